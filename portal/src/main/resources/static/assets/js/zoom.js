/* global htmx */
// The Zoom app's pages. They work without this module: the switch then has a button, and nothing is live.
document.addEventListener('change', (e) => { if (e.target.matches('[data-submit]')) e.target.form.requestSubmit(); });

// A stream that the browser cuts when the page is left counts as an error in htmx; so it is ended before.
addEventListener('pagehide', () => {
  for (const x of document.querySelectorAll('[sse-connect]')) htmx.trigger(x, 'htmx:beforeCleanupElement');
});
