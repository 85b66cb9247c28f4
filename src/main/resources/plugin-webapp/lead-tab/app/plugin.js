/*
 * The tab "Lead" beside every task's form in Tasklist: what the lead's page shows, and what is said and left about it.
 * Everything comes from and goes to our own addresses under /leads, which know the web app's login; what may be done is
 * checked there again. Whatever others wrote is put into the page as text, never as markup.
 */

const VIEWS = [
  ['overview', 'Overview', overview],
  ['messages', 'Messages', messages],
  ['chat', 'Chat', chat],
  ['summaries', 'Summaries', summaries],
  ['files', 'Files', files],
  ['timeline', 'Timeline', timeline]
];
const FRESH_EVERY = 15000;

let stop = () => {};
let carried = null;
let helpIsOpen = false;

export default {
  id: 'lead-tab',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Lead' },
  render(node, { api, taskId }) {
    stop();
    stop = open(node, { root: api.tasklistApi.replace(/\/camunda\/.*$/, ''), taskId });
  },
  unmount() {
    stop();
  }
};

/* ---- around the form: the next task opens, the card folds ---- */

/** In milliseconds: first the task is seen to be done. */
const NEXT_AFTER = [1500, 1000, 3000];
/** Forms that are opened again and again for one lead, by the field that they ask first. */
const FOLDS = ['dealDecision'];
let unfolded = false;

const taskAtHand = () => (location.hash.match(/[?&]task=([\w-]+)/) || [])[1];
let lookedAt = taskAtHand();

window.addEventListener('hashchange', () => {
  const now = taskAtHand();
  if (lookedAt && !now) {
    openNext(lookedAt);
  }
  if (now && now !== lookedAt) {
    bringForm(now);
  }
  lookedAt = now;
});

/** On a phone the form opens far below the list: it comes to whoever has tapped on a task, and stays when it grows. */
async function bringForm(task) {
  for (let look = 0; look < 8 && matchMedia('(max-width: 768px)').matches; look++) {
    await new Promise((go) => setTimeout(go, 300));
    const card = document.querySelector('section.task-card');
    if (taskAtHand() !== task) {
      return;
    }
    if (card && Math.abs(card.getBoundingClientRect().top) > window.innerHeight / 2) {
      card.scrollIntoView({ block: 'start' });
    }
  }
}

/** Tasklist shows nothing once a task is done. What the same person does next for this lead may take a moment to come. */
async function openNext(done) {
  const root = location.href.replace(/\/camunda\/.*$/, '');
  for (const moment of NEXT_AFTER) {
    await new Promise((go) => setTimeout(go, moment));
    const answer = taskAtHand() ? null : await fetch(`${root}/leads/after-task/${encodeURIComponent(done)}`).catch(() => null);
    const next = answer && answer.ok ? (await answer.json()).task : null;
    if (taskAtHand()) {
      return;
    }
    if (next) {
      location.hash = location.hash.includes('?') ? `${location.hash}&task=${next}` : `#/?task=${next}`;
      return;
    }
  }
}

/** The way from every list to all leads, beside what Tasklist offers itself. */
function showWayToLeads() {
  const menu = document.querySelector('.sections-menu ul');
  if (menu && !document.querySelector('.all-leads')) {
    const root = location.href.replace(/\/camunda\/.*$/, '');
    menu.prepend(el('li', { class: 'all-leads' }, el('a', { href: `${root}/leads` }, 'Leads')));
  }
}

new MutationObserver(() => {
  showWayToLeads();
  const card = document.querySelector('[role="group"][aria-labelledby$="-card"]:not([data-lead-folds])');
  if (card && FOLDS.some((field) => document.querySelector(`.fjs-form [id*="-${field}"]`))) {
    fold(card);
  }
}).observe(document.body, { childList: true, subtree: true });

/** The decision stands on the first screen; the whole card is one click away. */
function fold(card) {
  const button = el('button', { class: 'btn btn-link lead-unfold', type: 'button' });
  const show = () => {
    card.dataset.leadFolds = unfolded ? 'open' : 'shut';
    button.textContent = unfolded ? 'Show less of the card' : 'Show the whole card';
    button.setAttribute('aria-expanded', String(unfolded));
  };
  button.onclick = () => {
    unfolded = !unfolded;
    show();
  };
  show();
  card.append(button);
}

/** Shows the lead of a task, keeps it fresh, and returns what ends that. */
function open(node, place) {
  const tab = { ...place, node, view: 'overview', form: null, said: carried, data: null, help: null };
  carried = null;
  node.className = 'lead-tab';
  load(tab);
  loadHelp(tab);
  const clock = setInterval(() => isIdle(tab) && load(tab), FRESH_EVERY);
  return () => {
    clearInterval(clock);
    hush(tab);
  };
}

/** What the process owner has written about the step at hand; a tab without it is whole. */
async function loadHelp(tab) {
  const answer = await fetch(`${tab.root}/leads/at-task/${encodeURIComponent(tab.taskId)}/playbook`).catch(() => null);
  const help = answer && answer.ok ? await answer.json() : null;
  if (help && help.html) {
    tab.help = help;
    if (tab.data) {
      draw(tab);
    }
  }
}

/** Markup that Baton has made of the process owner's text; nothing in it runs. */
function help(tab) {
  const text = el('div', {});
  text.innerHTML = tab.help.html;
  const folded = el('details', { class: 'lead-help' }, el('summary', {}, `How to: ${tab.help.step}`), text);
  folded.open = helpIsOpen;
  folded.ontoggle = () => {
    helpIsOpen = folded.open;
  };
  return folded;
}

/** Nobody is writing, and somebody is looking: nothing is lost by drawing anew. */
function isIdle(tab) {
  const typed = [...tab.node.querySelectorAll('textarea, input')].some((field) => field.value && field.type !== 'hidden');
  return !tab.form && !typed && tab.view !== 'chat' && document.visibilityState === 'visible' && tab.node.isConnected;
}

async function load(tab) {
  try {
    // known once, it is asked for by its reference: what is done here may end the task
    const path = tab.reference ? `${tab.reference}/tab` : `at-task/${encodeURIComponent(tab.taskId)}`;
    const data = await read(await fetch(`${tab.root}/leads/${path}`));
    tab.reference = data.lead.reference;
    if (JSON.stringify({ ...data, token: '' }) !== JSON.stringify({ ...tab.data, token: '' })) {
      tab.data = data;
      draw(tab);
    }
    tab.data = data;
  } catch (fault) {
    tab.node.replaceChildren(el('p', { class: 'lead-refused', role: 'alert' }, fault.message));
  }
}

/** What was answered, or the sentence why not. */
async function read(answer) {
  const isJson = (answer.headers.get('Content-Type') || '').includes('json');
  const body = isJson ? await answer.json() : null;
  if (!answer.ok) {
    throw new Error((body && body.detail) || 'Baton does not answer as it should. Reload the page and try again.');
  }
  return body;
}

/** Asks for a change; then the tab is drawn anew with what it says when all went well. */
async function act(tab, path, body, done) {
  const before = tab.data.lead.tasks;
  await post(tab, path, body);
  Object.assign(tab, { form: null, said: done, data: null });
  await load(tab);
  follow(tab, before, done);
}

/** The task beside which this was done may be another one now: Tasklist shows that one, and there what was done. */
function follow(tab, before, done) {
  const tasks = tab.data ? tab.data.lead.tasks : [];
  const mine = before.find((task) => task.id === tab.taskId);
  const next = mine && tasks.find((task) => task.name === mine.name && !before.some((known) => known.id === task.id));
  if (next && !tasks.some((task) => task.id === tab.taskId)) {
    carried = done;
    location.hash = location.hash.replace(`task=${tab.taskId}`, `task=${next.id}`);
  }
}

async function post(tab, path, body) {
  const isFile = body instanceof Blob;
  const headers = { 'X-XSRF-TOKEN': tab.data.token, 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' };
  const answer = await fetch(`${tab.root}/leads/${tab.reference}/${path}`, {
    method: 'POST',
    headers,
    body: isFile ? body : JSON.stringify(body)
  });
  return read(answer);
}

function draw(tab) {
  hush(tab);
  const { lead } = tab.data;
  const [, , view] = VIEWS.find(([id]) => id === tab.view);
  const shown = [
    header(tab, lead),
    lead.flags.map((flag) => el('p', { class: 'lead-flag' }, flag)),
    tab.help ? help(tab) : null,
    tab.said ? el('p', { class: 'lead-done', role: 'status' }, tab.said) : null,
    views(tab),
    el('div', { class: 'lead-view', role: 'tabpanel', 'aria-label': tab.view }, view(tab))
  ];
  tab.node.replaceChildren(...some(shown));
  tab.said = null;
}

function header(tab, lead) {
  return el(
    'header',
    {},
    el('a', { class: 'lead-name', href: `${tab.root}/leads/${lead.reference}`, target: '_blank' }, lead.organisation),
    el('span', { class: 'lead-quiet' }, lead.reference),
    el('span', { class: 'lead-pill' }, lead.state)
  );
}

function views(tab) {
  const counts = { messages: tab.data.messages.length, files: tab.data.files.length, summaries: tab.data.lead.summaries.length };
  const button = ([id, label]) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        'aria-selected': String(tab.view === id),
        onclick: () => show(tab, { view: id, form: null })
      },
      label,
      counts[id] ? el('span', { class: 'lead-count' }, counts[id]) : null
    );
  const shown = VIEWS.filter(([id]) => id !== 'chat' || tab.data.chats);
  return el('nav', { class: 'lead-views', role: 'tablist', 'aria-label': 'About the lead' }, ...shown.map(button));
}

function show(tab, change) {
  Object.assign(tab, change);
  draw(tab);
}

/* ---- overview ---- */

function overview(tab) {
  const { lead, may, questions, notes } = tab.data;
  return [
    tab.data.partial
      ? el('p', { class: 'lead-quiet' }, 'You see what is shared with your team; what is not shared looks empty here.')
      : null,
    actions(tab),
    facts(lead),
    section('Promises', list(lead.promises, promise, 'Nothing has been promised yet.')),
    questions.length ? section('Asked earlier runners', list(questions, question)) : null,
    notes.length ? section('Notes', list(notes, note)) : null,
    section('Contacts', list(lead.contacts, (person) => contact(tab, person))),
    tab.data.proposed.length ? section('In copy of their mails', list(tab.data.proposed, (person) => proposed(tab, person))) : null,
    section('Where it came from', pairs(lead.known.map((fact) => [fact.label, fact.text, fact.unknown])))
  ];
}

/** One form at a time, under the buttons that open it. */
function actions(tab) {
  const { may, runners } = tab.data;
  const all = [
    ['note', 'Write a note', noteForm, true],
    ['item', 'Add an item', itemForm, may.hold],
    ['ask', 'Ask an earlier runner', askForm, may.hold && runners.length > 0],
    ['pass', 'Pass a question on', passForm, may.passOn]
  ].filter(([, , , allowed]) => allowed);
  const chosen = all.find(([id]) => id === tab.form);
  const button = ([id, label]) =>
    el(
      'button',
      {
        type: 'button',
        class: 'btn btn-default',
        'aria-expanded': String(tab.form === id),
        onclick: () => show(tab, { form: tab.form === id ? null : id })
      },
      label
    );
  return el('div', { class: 'lead-actions' }, ...all.map(button), chosen ? chosen[2](tab) : null);
}

function facts(lead) {
  const todo = lead.tasks.map((task) =>
    el(
      'div',
      {},
      el('a', { href: `#/?task=${task.id}` }, task.name),
      task.about ? `: ${task.about}` : null,
      `, ${task.who}`,
      task.due ? el('span', { class: task.late ? 'lead-late' : 'lead-quiet' }, `, ${task.late ? 'was due' : 'due'} ${task.due}`) : null
    )
  );
  return pairs([
    ['Holder', [el('strong', {}, lead.holder), ` ${lead.held}`]],
    lead.offeredTo && ['Offered to', `${lead.offeredTo}, not accepted yet`],
    ['Next step', lead.nextStep || 'none agreed', !lead.nextStep],
    ['To do', todo.length ? todo : 'nothing is due', !todo.length]
  ]);
}

function promise(item) {
  return [
    el('span', {}, item.what, pill(item.state)),
    el('span', { class: item.late ? 'lead-late' : 'lead-quiet' }, `${item.who}, ${item.late ? 'was due' : 'by'} ${item.due}`)
  ];
}

function question(asked) {
  const waits = asked.closes ? `, closes ${asked.closes}` : '';
  return [
    el('span', {}, `${asked.asker} asked ${asked.asked}: “${asked.question}”`),
    asked.answer
      ? el('blockquote', {}, asked.answer)
      : el('span', { class: 'lead-quiet' }, asked.state === 'open' ? `no answer yet${waits}` : asked.state)
  ];
}

function note(written) {
  return [el('span', { class: 'lead-text' }, written.text), el('span', { class: 'lead-quiet' }, `${written.who}, ${written.at}`)];
}

function contact(tab, person) {
  const known = tab.data.clients.find((client) => client.email === person.email);
  return [
    el('span', {}, el('strong', {}, person.name), person.main ? ' main contact' : '', person.role ? `, ${person.role}` : ''),
    el(
      'span',
      { class: 'lead-quiet' },
      person.email ? el('a', { href: `mailto:${person.email}` }, person.email) : 'no e-mail',
      person.reachable ? '' : el('span', { class: 'lead-late' }, ' mail comes back'),
      person.phone ? ` ${person.phone}` : ''
    ),
    known && person.reachable ? decides(tab, person, known) : null
  ];
}

/** What the holder decides about a contact. */
function decides(tab, person, { id, meets, browsers }) {
  const meetings = meets
    ? once('Leave out of meetings', (said) =>
        act(tab, `contacts/${id}/meetings`, { invited: false }, `${person.name} is not invited any more.`).catch(said)
      )
    : once('Invite to meetings', (said) =>
        act(tab, `contacts/${id}/meetings`, { invited: true }, `${person.name} gets the invitations.`).catch(said)
      );
  const forget = once('Forget their browser', (said) =>
    act(tab, `contacts/${id}/forget-browsers`, {}, `The chat does not know ${person.name} again until they prove who they are.`).catch(said)
  );
  return el('span', { class: 'lead-makes' }, meetings, browsers ? forget : null);
}

/** Whom the client has copied in. */
function proposed(tab, { id, name, email }) {
  const decide = (take, done) => (said) => act(tab, `contacts/proposed/${id}`, { take }, done).catch(said);
  return [
    el('span', {}, el('strong', {}, name), el('span', { class: 'lead-quiet' }, ` ${email}`)),
    el(
      'span',
      { class: 'lead-makes' },
      once('Make a contact', decide(true, `${name} is a contact now.`)),
      once('No contact', decide(false, `${name} is not proposed any more.`))
    )
  ];
}

function noteForm(tab) {
  return form(tab, 'Write it down', [area('text', 'Note', 'For the team; the client never sees it.', 4000)], (said) =>
    act(tab, 'notes', said, 'The note is on the timeline.')
  );
}

/** @param message the one that asks for it, if any */
function itemForm(tab, message) {
  const sides = [
    ['us', 'us'],
    ['client', 'the client']
  ];
  return form(
    tab,
    'Add it',
    [
      area('what', 'What', message ? 'Whoever asked hears that it is on the list, and by when.' : null, 1000, message && message.text),
      choice('side', 'For', sides),
      el('label', {}, 'By', el('input', { type: 'date', name: 'dueOn', required: true, class: 'form-control' }))
    ],
    (said) => act(tab, 'items', { ...said, messageId: message ? message.id : null }, 'The item is on the list.')
  );
}

function askForm(tab) {
  const whom = tab.data.runners.map((runner) => [runner.id, runner.name]);
  return form(
    tab,
    'Ask',
    [choice('whom', 'Whom', whom), area('question', 'Your question', 'You keep the lead; the answer comes to you.', 2000)],
    (said) => act(tab, 'questions', said, 'Asked. The answer comes by mail and shows here.')
  );
}

function passForm(tab) {
  const whose = tab.data.lead.contacts.filter((person) => person.email).map((person) => [person.email, person.name]);
  return form(
    tab,
    'Pass on',
    [
      choice('contactEmail', 'Who asked', whose),
      area('question', 'What they asked', `It goes to ${tab.data.lead.holder}; the client learns who answers.`, 2000)
    ],
    (said) => act(tab, 'passing-on', said, 'Passed on. The client learns who answers.')
  );
}

/* ---- messages ---- */

function messages(tab) {
  return [list(tab.data.messages, (message) => bubble(tab, message), 'Nothing has been written yet.', 'lead-talk')];
}

function bubble(tab, message) {
  const isOpen = tab.form === message.id;
  return [
    el('span', { class: 'lead-quiet' }, `${message.who}, ${message.at} (${message.side === 'private' ? 'among us' : message.channel})`),
    message.subject ? el('strong', {}, message.subject) : null,
    el('div', { class: `lead-bubble lead-${message.side}` }, message.text),
    message.mailed ? wholeMail(tab, message) : null,
    message.side === 'client' && tab.data.may.hold ? makes(tab, message, isOpen) : null,
    isOpen ? itemForm(tab, message) : null
  ];
}

/** Signature, small print and quotes, which the words above leave out: read when somebody opens it. */
function wholeMail(tab, message) {
  const text = el('pre', { class: 'lead-mail' }, '…');
  const open = async (event) => {
    if (!event.target.open || text.dataset.read) return;
    const answer = await fetch(`${tab.root}/leads/${tab.reference}/messages/${message.id}/mail`);
    text.dataset.read = 'yes';
    text.textContent = answer.ok ? (await answer.json()).text : 'It cannot be read now. Reload the tab.';
  };
  return el('details', { class: 'lead-quiet', ontoggle: open }, el('summary', {}, 'The whole mail'), text);
}

/** What the holder makes of a message in one step. */
function makes(tab, message, isOpen) {
  const item = () => show(tab, { form: isOpen ? null : message.id });
  const review = (said) => act(tab, 'contract-review', { messageId: message.id }, 'Legal has it. The client hears by when it is done.').catch(said);
  return el(
    'span',
    { class: 'lead-makes' },
    el('button', { type: 'button', class: 'btn btn-link', 'aria-expanded': String(isOpen), onclick: item }, 'Make an item of it'),
    tab.data.may.askLegal ? once('Ask legal for a contract review', review) : null
  );
}

/* ---- chat ---- */

/** Live, in the order in which it was said; what is private never reaches the visitor. */
function chat(tab) {
  const lines = el('ul', { class: 'lead-rows lead-talk', 'aria-live': 'polite' });
  tab.stream = new EventSource(`${tab.root}/leads/${tab.reference}/chat/events`);
  tab.stream.onmessage = (event) => hear(tab, lines, JSON.parse(event.data));
  const end = once('End the chat', (refused) => post(tab, 'chat/end', {}).catch(refused));
  return [visitor(tab), lines, sayForm(tab), el('details', {}, el('summary', {}, 'Bring a colleague in'), colleagueForm(tab)), end];
}

/** Says when anybody could have typed the visitor's address. */
function visitor(tab) {
  const hint = el('p', { class: 'lead-quiet' });
  fetch(`${tab.root}/leads/${tab.reference}/chat`)
    .then(read)
    .then(({ chats }) => {
      const [newest] = chats;
      hint.textContent = newest && !newest.proven ? `The visitor says that they are ${newest.email}; they have not shown it yet.` : '';
    })
    .catch((fault) => (hint.textContent = fault.message));
  return hint;
}

function hear(tab, lines, said) {
  const side = { visitor: 'client', note: 'private' }[said.from] || 'us';
  const at = new Date(said.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: tab.data.lead.zone });
  const who = `${said.name}, ${at}${said.private ? ' (among us)' : ''}`;
  lines.append(el('li', {}, el('span', { class: 'lead-quiet' }, who), el('div', { class: `lead-bubble lead-${side}` }, said.text)));
}

/** Listens to a chat no longer. */
function hush(tab) {
  if (tab.stream) {
    tab.stream.close();
    tab.stream = null;
  }
}

function sayForm(tab) {
  const secret = el('label', { class: 'lead-secret' }, el('input', { type: 'checkbox', name: 'private' }), ' Private note: the visitor never sees it');
  return form(tab, 'Send', [area('text', 'Write', null, 4000), secret], (said, node) =>
    post(tab, 'chat', { text: said.text, private: said.private === 'on' }).then(() => node.reset())
  );
}

function colleagueForm(tab) {
  const person = el('label', {}, 'Bring a colleague in', el('input', { name: 'person', class: 'form-control', required: true, maxlength: 120, placeholder: 'user id, such as ae-2' }));
  return form(tab, 'Bring in', [person], (said, node) => post(tab, 'chat/colleagues', said).then(() => node.reset()));
}

/* ---- summaries ---- */

function summaries(tab) {
  const all = tab.data.lead.summaries;
  return all.length ? all.map(version) : [empty('None has been written yet.')];
}

function version(summary, index) {
  return el(
    'details',
    { open: index === 0 },
    el('summary', {}, el('strong', {}, summary.title), pill(summary.status), el('span', { class: 'lead-quiet' }, summary.said)),
    summary.changes.length ? section('What changed', pairs(summary.changes.map((change) => [change.label, change.pieces.map(piece)]))) : null,
    summary.changes.length ? el('h4', {}, 'As it stands') : null,
    pairs([
      ...summary.headings.map((heading) => [heading.label, heading.text, heading.unknown]),
      ['Next step on', summary.nextStepOn]
    ])
  );
}

function piece({ kind, text }) {
  return kind === 'same' ? text : el(kind === 'new' ? 'ins' : 'del', {}, text);
}

/* ---- files ---- */

function files(tab) {
  const { links, may } = tab.data;
  return [
    upload(tab),
    list(tab.data.files, (file) => stored(tab, file), 'No file is here yet.'),
    links.length || may.hold ? section("Links on the client's page", list(links, (link) => linked(tab, link), 'None of their own yet.')) : null,
    may.hold ? el('details', {}, el('summary', {}, 'Put a link there'), linkForm(tab)) : null
  ];
}

function linked(tab, { id, title, address }) {
  return [
    el('a', { href: address, target: '_blank', rel: 'noreferrer' }, title),
    tab.data.may.hold
      ? once('Take it away', (said) => act(tab, `links/${id}/remove`, {}, `The client does not see ${title} any more.`).catch(said))
      : null
  ];
}

function linkForm(tab) {
  const field = (name, label, more) => el('label', {}, label, el('input', { name, required: true, class: 'form-control', ...more }));
  return form(
    tab,
    'Put it there',
    [field('title', 'What the client finds', { maxlength: 120 }), field('address', 'Address', { type: 'url', maxlength: 1000, placeholder: 'https://' })],
    (said) => act(tab, 'links', said, 'The client finds it on their page.')
  );
}

function upload(tab) {
  const said = el('span', { class: 'lead-refused', role: 'alert' });
  const input = el('input', { type: 'file', 'aria-label': 'Add a file', onchange: () => send(tab, input, said) });
  return el('div', { class: 'lead-upload' }, el('label', { class: 'btn btn-default' }, 'Add a file', input), said);
}

async function send(tab, input, said) {
  const [file] = input.files;
  try {
    if (file.size > tab.data.largestFile) {
      throw new Error(`${file.name} is larger than ${Math.floor(tab.data.largestFile / 1048576)} MB.`);
    }
    said.textContent = 'On its way …';
    await act(tab, `files?name=${encodeURIComponent(file.name)}`, file, `${file.name} is here now.`);
  } catch (fault) {
    said.textContent = fault.message;
    input.value = '';
  }
}

function stored(tab, file) {
  const address = `${tab.root}/leads/${tab.reference}/files/${file.id}`;
  return [
    el('span', {}, file.refused ? file.name : el('a', { href: address, download: file.name }, file.name), file.shared ? pill('shared') : null, file.latest ? pill('the contract') : null),
    el('span', { class: 'lead-quiet' }, `${file.size}, from ${file.from}, ${file.at}`),
    file.contract ? el('span', { class: 'lead-quiet' }, file.contract) : null,
    file.refused ? el('span', { class: 'lead-late' }, `Not kept: ${file.refused}`) : null,
    tab.data.may.hold && !file.shared && !file.refused ? share(tab, file) : null,
    tab.data.may.mark && !file.latest && !file.refused ? el('details', {}, el('summary', {}, 'It is the contract'), contractForm(tab, file)) : null
  ];
}

/** Each round of a contract has its text: this one counts from now on. */
function contractForm(tab, file) {
  return form(tab, 'Mark as the contract', [area('reason', 'What has changed', 'For the first one write: the first draft.', 2000)], (said) =>
    act(tab, `files/${file.id}/contract`, said, `${file.name} is the contract now.`)
  );
}

function share(tab, file) {
  return once('Share with the client', (said) =>
    act(tab, `files/${file.id}/share`, {}, `The client finds ${file.name} on their page.`).catch(said)
  );
}

/* ---- timeline ---- */

function timeline(tab) {
  const rows = [...tab.data.lead.timeline].flatMap((moment) => [
    moment.day ? el('li', { class: 'lead-day' }, moment.day) : null,
    el(
      'li',
      { class: `lead-moment lead-at-${moment.kind}` },
      el('span', { class: 'lead-quiet' }, moment.time),
      el('span', { class: 'lead-what' }, moment.sentence),
      el('span', { class: 'lead-quiet' }, moment.who)
    )
  ]);
  return [el('ol', { class: 'lead-timeline' }, ...rows), el('p', { class: 'lead-quiet' }, `Times in ${tab.data.lead.zone}`)];
}

/* ---- what they are made of ---- */

/** An element; children are elements, texts, or nothing. Text stays text. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node[name] = value;
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  node.append(...some(children));
  return node;
}

/** Those that are something. */
function some(children) {
  return children.flat().filter((child) => child !== null && child !== undefined && child !== '');
}

function section(title, ...content) {
  return el('section', {}, el('h4', {}, title), ...content);
}

function empty(sentence) {
  return el('p', { class: 'lead-unknown' }, sentence);
}

function list(rows, row, none, look) {
  return rows.length ? el('ul', { class: `lead-rows ${look || ''}` }, ...rows.map((it) => el('li', {}, ...row(it)))) : empty(none);
}

function pairs(rows) {
  return el(
    'dl',
    {},
    ...rows.filter(Boolean).flatMap(([label, said, unknown]) => [el('dt', {}, label), el('dd', { class: unknown ? 'lead-unknown' : null }, said)])
  );
}

function pill(text) {
  return el('span', { class: `lead-pill lead-is-${text}` }, text);
}

function area(name, label, hint, longest, text) {
  return el(
    'label',
    {},
    label,
    el('textarea', { name, rows: 3, required: true, maxlength: longest, class: 'form-control' }, text || null),
    hint ? el('small', { class: 'lead-quiet' }, hint) : null
  );
}

function choice(name, label, options) {
  return el(
    'label',
    {},
    label,
    el('select', { name, class: 'form-control' }, ...options.map(([value, text]) => el('option', { value }, text)))
  );
}

/** A button that does one thing; a refusal shows beside it. */
function once(label, does) {
  const refused = el('span', { class: 'lead-refused', role: 'alert' });
  const button = el('button', { type: 'button', class: 'btn btn-link' }, label);
  button.onclick = () => {
    button.disabled = true;
    does((fault) => {
      refused.textContent = fault.message;
      button.disabled = false;
    });
  };
  return el('span', {}, button, refused);
}

/** Sends what was typed; a refusal shows beside it, and nothing typed is lost. */
function form(tab, label, fields, send) {
  const refused = el('p', { class: 'lead-refused', role: 'alert' });
  const button = el('button', { type: 'submit', class: 'btn btn-primary' }, label);
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await send(Object.fromEntries(new FormData(event.target)), event.target);
      refused.textContent = '';
    } catch (fault) {
      refused.textContent = fault.message;
    } finally {
      button.disabled = false;
    }
  };
  return el('form', { class: 'lead-form', onsubmit: submit }, ...fields, refused, button);
}
