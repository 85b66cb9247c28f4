// Keeps the list as fresh as the leads are: fetched anew every four seconds, and put in place only where something has
// changed, so that neither the place on the page nor what has the focus is lost.
(() => {
  const EVERY = 4000;
  const shown = () => document.getElementById('shown');
  const fresh = document.getElementById('fresh');
  let last = null;

  const placeOf = element => element && shown().contains(element)
    ? [...shown().querySelectorAll('a, button, [tabindex]')].indexOf(element) : -1;

  const look = async () => {
    if (document.hidden || !document.getSelection().isCollapsed) return;
    let page;
    try {
      const answer = await fetch(location.href, {headers: {Accept: 'text/html'}, credentials: 'same-origin'});
      if (!answer.ok || answer.redirected) {
        fresh.textContent = 'Not refreshed since then: please load the page again.';
        return;
      }
      page = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('shown');
    } catch {
      fresh.textContent = 'Baton cannot be reached at the moment; this is what was known before.';
      return;
    }
    fresh.textContent = 'Kept fresh by itself.';
    if (!page || page.innerHTML === last) return;
    if (last !== null) {
      const focused = placeOf(document.activeElement);
      const [left, top] = [window.scrollX, window.scrollY];
      const sideways = [...shown().querySelectorAll('.scroll')].map(it => it.scrollLeft);
      shown().replaceChildren(...page.cloneNode(true).childNodes);
      [...shown().querySelectorAll('.scroll')].forEach((it, i) => { it.scrollLeft = sideways[i] || 0; });
      const again = focused < 0 ? null : shown().querySelectorAll('a, button, [tabindex]')[focused];
      if (again) again.focus({preventScroll: true});
      window.scrollTo(left, top);
    }
    last = page.innerHTML;
  };

  if (shown() && fresh) {
    last = shown().innerHTML;
    setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look); // whoever comes back need not wait
  }
})();
