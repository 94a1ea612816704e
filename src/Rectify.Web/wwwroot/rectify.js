// Small comforts; every page works without them.

// A menu closes when the user looks elsewhere.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// Typing counts as being there: the sign-in must not run out under a long form.
const awakeEvery = 4 * 60 * 1000;
let lastAwake = Date.now();
document.addEventListener('input', () => {
  if (Date.now() - lastAwake > awakeEvery) {
    lastAwake = Date.now();
    fetch('account/awake', { redirect: 'manual' }).catch(() => {});
  }
});

// After a refused post the list of what is wrong takes the focus. Enhanced posts patch the page, so it is watched.
const focusSummary = () => {
  const summary = document.querySelector('[data-focus]:not([data-focused])');
  if (summary) {
    summary.setAttribute('data-focused', '');
    summary.focus();
  }
};
focusSummary();
new MutationObserver(focusSummary).observe(document.body, { childList: true, subtree: true });
