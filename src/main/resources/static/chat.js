/*
 * The chat, for any website, by one line:
 *
 *   <script src="https://our-house.example/chat.js" async data-color="#0b5394" data-language="en"></script>
 *
 * data-color, data-title, data-language (en, de) and data-side (left) are optional; the rest of the look comes from
 * where this file comes from, and nothing comes from or goes to anywhere else. All of it lives in a shadow root: the
 * website's styles do not reach it, and its own do not reach the website. Whatever was typed is put into the page as text, never as
 * markup. What goes on in this browser tab is kept for the tab; for longer only when the visitor has said so.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  const home = new URL('.', script.src);
  const given = { ...script.dataset };
  const TAB = `chat:${home}`;
  const BROWSER = `chat-browser:${home}`;
  const LONGEST = 4000;
  const PATIENCE = [1000, 2000, 5000, 10000];
  const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

  const chat = {
    look: null, // what the house says about the look, and the words
    place: null, // the page's elements, by name
    own: read('sessionStorage', TAB), // id and key of the conversation
    last: 0, // the newest message that is shown
    unread: 0,
    open: false,
    listening: false,
    asked: false // whether the question about remembering was put
  };

  // ---------------------------------------------------------------- talking to the house

  /** Calls the house; what it refuses is an Error with its status and, where it says so, the seconds to wait. */
  async function call(method, path, body) {
    const headers = { 'Accept-Language': language() };
    if (chat.own) headers['Chat-Key'] = chat.own.key;
    const token = read('localStorage', BROWSER);
    if (token && token.token) headers['Chat-Browser'] = token.token;
    if (body) headers['Content-Type'] = 'application/json';
    const answer = await fetch(new URL(`api/chat${path}`, home), {
      method,
      headers,
      body: body && JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer'
    });
    if (!answer.ok) {
      const fault = new Error(`the chat answered ${answer.status}`);
      fault.status = answer.status;
      fault.wait = Number(answer.headers.get('Retry-After')) || 5;
      throw fault;
    }
    return answer.status === 202 || answer.status === 204 ? null : answer.json();
  }

  async function begin() {
    if (chat.own) return;
    const begun = await call('POST', '');
    chat.own = { id: begun.id, key: begun.key };
    write('sessionStorage', TAB, chat.own);
    heard(begun);
    listen();
  }

  /** Goes on with what was begun on an earlier page of this website, if the house still knows it. */
  async function goOn() {
    try {
      heard(await call('GET', `/${chat.own.id}/messages`));
      count(0);
      listen();
    } catch (fault) {
      if (fault.status === 404) {
        chat.own = null;
        write('sessionStorage', TAB, null);
      }
    }
  }

  /** Reads the stream of events until the page is left; whatever breaks it, it goes on behind the last message. */
  async function listen() {
    if (chat.listening) return;
    chat.listening = true;
    for (let failed = 0; chat.own; failed++) {
      try {
        const answer = await fetch(new URL(`api/chat/${chat.own.id}/events`, home), {
          headers: { 'Chat-Key': chat.own.key, 'Last-Event-ID': String(chat.last), Accept: 'text/event-stream' },
          credentials: 'omit',
          cache: 'no-store'
        });
        if (answer.status === 404) break;
        if (answer.ok) {
          failed = 0;
          say('');
          await readEvents(answer.body.getReader());
        }
      } catch {
        // tried again below
      }
      if (failed > 1) say(word('lost'));
      await new Promise((done) => setTimeout(done, PATIENCE[Math.min(failed, PATIENCE.length - 1)]));
    }
    chat.listening = false;
  }

  async function readEvents(reader) {
    const decoder = new TextDecoder();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      rest += decoder.decode(part.value, { stream: true });
      const events = rest.split('\n\n');
      rest = events.pop();
      events.forEach((event) => {
        const data = event
          .split('\n')
          .filter((line) => line.startsWith('data:'))
          .map((line) => line.slice(5))
          .join('\n');
        if (data) heard({ messages: [JSON.parse(data)] });
      });
    }
  }

  // ---------------------------------------------------------------- what is said

  function heard({ messages, stage }) {
    messages.forEach(show);
    if (stage && stage !== 'asking') askWhetherToRemember();
  }

  /** Puts a message into its place; one that is there already stays. */
  function show(message) {
    const { log } = chat.place;
    if (log.querySelector(`[data-id="${Number(message.id)}"]`)) return;
    const mine = message.from === 'visitor';
    const item = el('li', { class: mine ? 'mine' : message.from, 'data-id': message.id });
    if (!mine) item.append(face(message));
    const who = el('span', { class: 'who' }, mine ? word('you') : message.name || '');
    const when = new Date(message.at).toLocaleTimeString(language(), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: chat.look.zone
    });
    const text = el('p', {});
    text.append(...linked(message.text));
    item.append(el('div', {}, el('div', { class: 'about' }, who, ' ', el('time', { datetime: message.at }, when)), text));
    const later = [...log.children].find((other) => Number(other.dataset.id) > message.id);
    log.insertBefore(item, later || null);
    chat.last = Math.max(chat.last, message.id);
    toTheEnd();
    if (!chat.open && !mine) count(chat.unread + 1);
  }

  function toTheEnd() {
    const talk = chat.place.log.parentElement;
    talk.scrollTop = talk.scrollHeight;
  }

  /** The text, with its web addresses as links. */
  function linked(text) {
    const parts = [];
    let from = 0;
    for (const link of text.matchAll(LINK)) {
      parts.push(text.slice(from, link.index));
      parts.push(el('a', { href: link[0], target: '_blank', rel: 'noopener noreferrer nofollow' }, link[0]));
      from = link.index + link[0].length;
    }
    return [...parts, text.slice(from)];
  }

  async function send() {
    const { input } = chat.place;
    const text = input.value.trim();
    if (!text) return;
    if (text.length > LONGEST) {
      say(word('long'));
      return;
    }
    input.value = '';
    grow();
    try {
      await begin();
      heard(await call('POST', `/${chat.own.id}/messages`, { text }));
      say('');
    } catch (fault) {
      input.value = input.value ? `${text}\n${input.value}` : text;
      grow();
      say(fault.status === 429 ? word('busy', fault.wait) : fault.status === 413 ? word('long') : word('failed'));
    }
  }

  // ---------------------------------------------------------------- being remembered

  /** Asked once in a browser; whoever says yes types in the code that only the reader of their mail has. */
  function askWhetherToRemember() {
    if (chat.asked || read('localStorage', BROWSER)) return;
    chat.asked = true;
    const yes = el('button', { type: 'button' }, word('remember.yes'));
    const no = el('button', { type: 'button', class: 'quiet' }, word('remember.no'));
    const box = el('div', { class: 'box' }, el('p', {}, word('remember')), yes, no);
    no.onclick = () => {
      write('localStorage', BROWSER, { declined: true });
      box.remove();
      chat.place.input.focus();
    };
    yes.onclick = async () => {
      try {
        await call('POST', `/${chat.own.id}/remember`);
        box.replaceWith(codeBox());
        chat.place.panel.querySelector('.box input').focus();
      } catch (fault) {
        say(fault.status === 429 ? word('busy', fault.wait) : word('failed'));
      }
    };
    chat.place.log.after(box);
    toTheEnd();
  }

  function codeBox() {
    const input = el('input', { id: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6 });
    const form = el('form', { class: 'box' }, el('label', { for: 'code' }, word('code')), input);
    form.append(el('button', {}, word('code.send')));
    form.onsubmit = async (event) => {
      event.preventDefault();
      try {
        const { token } = await call('POST', `/${chat.own.id}/remember/code`, { code: input.value.trim() });
        write('localStorage', BROWSER, { token });
        form.remove();
        say(word('remembered'));
        chat.place.input.focus();
      } catch (fault) {
        say(fault.status === 429 ? word('busy', fault.wait) : word('code.wrong'));
      }
    };
    return form;
  }

  /** What is theirs, for a client whom this browser remembers. */
  async function welcome() {
    const known = read('localStorage', BROWSER);
    if (!known || !known.token) return;
    try {
      const theirs = await call('GET', '/remembered');
      const list = (title, items) =>
        items.length ? [el('h3', {}, title), el('ul', {}, ...items.map((it) => el('li', {}, it)))] : [];
      const forget = el('button', { type: 'button', class: 'quiet' }, word('forget'));
      const box = el(
        'section',
        { class: 'box theirs' },
        el('h2', {}, word('welcome', theirs.name)),
        el('p', {}, word('contact', theirs.contact)),
        ...list(word('items'), theirs.items.map((it) => `${word(it.side)}: ${it.what} (${word('by', it.by)})`)),
        ...list(word('documents'), theirs.documents),
        el('p', {}, el('a', { href: theirs.page, target: '_blank', rel: 'noopener' }, word('page'))),
        forget
      );
      forget.onclick = async () => {
        await call('DELETE', '/remembered').catch(() => null);
        write('localStorage', BROWSER, null);
        box.remove();
        chat.place.input.focus();
      };
      chat.place.log.before(box);
    } catch (fault) {
      if (fault.status === 404) write('localStorage', BROWSER, null);
    }
  }

  // ---------------------------------------------------------------- the look

  function draw() {
    const host = el('div', {});
    const root = host.attachShadow({ mode: 'open' });
    const title = given.title || chat.look.title;
    const launcher = el('button', { class: 'launcher', type: 'button', 'aria-expanded': 'false' });
    const badge = el('span', { class: 'badge', hidden: '' });
    launcher.append(bubble(), el('span', {}, word('open')), badge);
    const close = el('button', { class: 'close', type: 'button', 'aria-label': word('close') }, '×');
    const log = el('ol', { class: 'log' });
    const said = el('p', { class: 'said', role: 'status' });
    const input = el('textarea', { id: 'text', rows: 1, maxlength: LONGEST, 'aria-label': word('input'), placeholder: word('input') });
    const form = el('form', { class: 'write' }, input, el('button', {}, word('send')));
    const faces = el('div', { class: 'faces' }, ...chat.look.people.map(face));
    const names = chat.look.people.map((it) => it.name).join(', ');
    const head = el('header', {}, el('div', {}, el('h2', { id: 'title' }, title), names && el('p', {}, word('on-duty', names))), faces, close);
    const talk = el('div', { class: 'talk', tabindex: '0', role: 'log', 'aria-live': 'polite', 'aria-label': word('log') }, log);
    const panel = el('section', { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: '' }, head, talk, said, form);
    root.append(panel, launcher);
    dress(root);
    if (given.side === 'left') host.classList.add('left');
    host.style.setProperty('--color', given.color || chat.look.color);
    host.style.setProperty('--on-color', readableOn(given.color || chat.look.color));
    host.lang = chat.look.language;
    chat.place = { launcher, badge, panel, log, said, input };
    launcher.onclick = () => (chat.open ? hide() : unfold());
    close.onclick = hide;
    panel.onkeydown = (event) => {
      if (event.key === 'Escape') hide();
    };
    form.onsubmit = (event) => {
      event.preventDefault();
      send();
    };
    input.oninput = grow;
    input.onkeydown = (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        send();
      }
    };
    document.body.append(host);
  }

  async function unfold() {
    const { panel, launcher, input } = chat.place;
    chat.open = true;
    panel.hidden = false;
    launcher.setAttribute('aria-expanded', 'true');
    count(0);
    toTheEnd();
    input.focus();
    if (!panel.querySelector('.theirs')) welcome();
    try {
      await begin();
    } catch (fault) {
      say(fault.status === 429 ? word('busy', fault.wait) : word('failed'));
    }
  }

  function hide() {
    const { panel, launcher } = chat.place;
    chat.open = false;
    panel.hidden = true;
    launcher.setAttribute('aria-expanded', 'false');
    launcher.focus();
  }

  function count(unread) {
    const { badge } = chat.place;
    chat.unread = unread;
    badge.textContent = unread || '';
    badge.hidden = unread === 0;
  }

  /** Says what is the matter with the chat itself; empty for nothing. */
  function say(sentence) {
    if (chat.place.said.textContent !== sentence) chat.place.said.textContent = sentence;
  }

  function grow() {
    const { input } = chat.place;
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight + 2, 120)}px`;
  }

  function face({ name, picture }) {
    if (picture) return el('img', { class: 'face', src: new URL(picture, home), alt: '' });
    const initials = String(name || '')
      .split(/[\s-]+/)
      .filter(Boolean)
      .map((it) => [...it][0])
      .filter((_, index, all) => index === 0 || index === all.length - 1);
    return el('span', { class: 'face', 'aria-hidden': 'true' }, initials.join('').toUpperCase());
  }

  function bubble() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z');
    svg.append(path);
    return svg;
  }

  /** Black or white, whichever can be read better on this colour (WCAG's relative luminance). */
  function readableOn(color) {
    const parts = /^#(..)(..)(..)$/.exec(color);
    if (!parts) return '#fff';
    const [r, g, b] = parts
      .slice(1)
      .map((it) => parseInt(it, 16) / 255)
      .map((it) => (it <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
  }

  /** A style sheet made by script: a website that forbids inline styles lets it pass. */
  function dress(root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  }

  const STYLE = `
    :host { all: initial; position: fixed; z-index: 2147483000; right: 16px; bottom: 16px; color-scheme: light;
      font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: #1f2933; }
    :host(.left) { right: auto; left: 16px; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    button, textarea, input { font: inherit; }
    button { cursor: pointer; border: 0; border-radius: 8px; padding: 9px 14px; background: var(--color); color: var(--on-color); }
    button.quiet { background: #fff; color: #1f2933; border: 1px solid #7b8794; }
    :focus-visible { outline: 3px solid #1d5fbf; outline-offset: 2px; }
    .launcher { display: flex; gap: 8px; align-items: center; min-height: 48px; padding: 0 18px; border-radius: 24px;
      box-shadow: 0 3px 12px rgb(0 0 0 / 30%); }
    .launcher svg { width: 22px; height: 22px; fill: currentColor; }
    .badge { min-width: 22px; border-radius: 11px; padding: 0 6px; background: #b3261e; color: #fff; text-align: center; }
    .panel { position: absolute; right: 0; bottom: 60px; width: 370px; height: min(580px, calc(100vh - 92px)); display: flex;
      flex-direction: column; overflow: hidden; border: 1px solid #cbd2d9; border-radius: 14px; background: #fff;
      box-shadow: 0 8px 30px rgb(0 0 0 / 25%); animation: rise 0.18s ease-out; }
    :host(.left) .panel { right: auto; left: 0; }
    @keyframes rise { from { transform: translateY(12px); opacity: 0; } }
    header { display: flex; gap: 10px; align-items: center; padding: 12px 14px; background: var(--color); color: var(--on-color); }
    header > div:first-child { flex: 1; min-width: 0; }
    header h2 { margin: 0; font-size: 17px; }
    header p { margin: 0; font-size: 14px; overflow-wrap: anywhere; }
    header :focus-visible { outline-color: currentColor; }
    .faces { display: flex; }
    .faces .face { margin-left: -8px; border: 2px solid var(--color); }
    .face { flex: none; width: 34px; height: 34px; border-radius: 50%; object-fit: cover; display: grid; place-items: center;
      background: #e4e7eb; color: #323f4b; font-size: 13px; font-weight: 600; }
    .close { padding: 2px 10px; font-size: 24px; line-height: 1.2; background: transparent; }
    .talk { flex: 1; overflow-y: auto; padding: 12px 14px; }
    .talk:focus-visible { outline-offset: -3px; }
    .log { list-style: none; margin: 0; padding: 0; }
    .log li { display: flex; gap: 8px; margin-bottom: 12px; max-width: 92%; }
    .log li > div { min-width: 0; }
    .log .mine { margin-left: auto; justify-content: flex-end; }
    .about { font-size: 13px; color: #52606d; }
    .mine .about { text-align: right; }
    .log p { margin: 2px 0 0; padding: 8px 12px; border-radius: 4px 12px 12px; background: #f0f2f5; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    .log .mine p { background: var(--color); color: var(--on-color); border-radius: 12px 4px 12px 12px; }
    .log a { color: inherit; }
    .box { margin: 4px 0 12px; padding: 12px; border: 1px solid #cbd2d9; border-radius: 10px; background: #f8f9fa; }
    .box h2, .box h3 { margin: 0 0 6px; font-size: 15px; }
    .box h2 { font-size: 17px; }
    .box p { margin: 0 0 8px; }
    .box ul { margin: 0 0 8px; padding-left: 20px; overflow-wrap: anywhere; }
    .box button { margin: 0 8px 4px 0; }
    .box label { display: block; margin-bottom: 4px; }
    .box input { width: 8em; margin: 0 8px 4px 0; padding: 8px 10px; border: 1px solid #7b8794; border-radius: 8px; }
    .said { margin: 0; padding: 0 14px; font-size: 14px; color: #8a1c14; }
    .said:not(:empty) { padding: 6px 14px; }
    .write { display: flex; gap: 8px; align-items: flex-end; padding: 10px 12px; border-top: 1px solid #e4e7eb; }
    textarea { flex: 1; min-width: 0; min-height: 42px; max-height: 120px; resize: none; padding: 9px 12px; border: 1px solid #7b8794;
      border-radius: 10px; background: #fff; color: #1f2933; }
    textarea::placeholder { color: #616e7c; opacity: 1; }
    @media (max-width: 480px) {
      :host { right: 10px; bottom: 10px; }
      .panel { width: calc(100vw - 20px); height: calc(100vh - 80px); height: calc(100dvh - 80px); }
    }
    @media (prefers-reduced-motion: reduce) { .panel { animation: none; } }
    @media (forced-colors: active) { button, .log p, .face { border: 1px solid; } }
  `;

  // ---------------------------------------------------------------- small things

  /** A word of the house in the visitor's language, with values in its places. */
  function word(name, ...values) {
    return values.reduce((text, value, place) => text.replace(`{${place}}`, () => value), chat.look.texts[name] || '');
  }

  function language() {
    return given.language || (chat.look && chat.look.language) || navigator.language || 'en';
  }

  function el(tag, attributes, ...content) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...content.filter((it) => it !== '' && it !== null && it !== undefined));
    return element;
  }

  /** A browser may forbid storage; then nothing is kept, and all else works. */
  function read(store, name) {
    try {
      return JSON.parse(window[store].getItem(name));
    } catch {
      return null;
    }
  }

  function write(store, name, value) {
    try {
      if (value) window[store].setItem(name, JSON.stringify(value));
      else window[store].removeItem(name);
    } catch {
      // it is kept until the page is left
    }
  }

  async function start() {
    try {
      chat.look = await call('GET', '');
    } catch {
      return; // a website without its chat is better than one with a broken button
    }
    draw();
    if (chat.own) goOn();
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
