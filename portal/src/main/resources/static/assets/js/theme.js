// Classic script in <head>, so the first paint already has the right theme.
// The server writes data-bs-theme for people who chose one; everyone else gets what this browser remembers or prefers.
(function () {
  var root = document.documentElement;
  if (root.hasAttribute('data-bs-theme')) return;
  var saved = null;
  try { saved = localStorage.getItem('theme'); } catch (e) { /* storage is off */ }
  var dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  root.setAttribute('data-bs-theme', saved || (dark ? 'dark' : 'light'));
})();
