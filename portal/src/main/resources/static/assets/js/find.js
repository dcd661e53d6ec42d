// The search box of the top bar: arrows go through what appears under it, Escape and leaving it put that away.
const box = document.querySelector('.top .find');
const input = box?.querySelector('input');
const hits = box?.querySelector('.find-pop');

if (box && hits) {
  const close = () => hits.replaceChildren();
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { close(); input.focus(); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...hits.querySelectorAll('a,button')];
    const at = stops.indexOf(event.target);
    if (!step || at < 0 || stops.length < 2) return;
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length].focus();
  });
  box.addEventListener('focusout', (event) => { if (!box.contains(event.relatedTarget)) close(); });
  // What arrives after the box was left is not wanted any more.
  hits.addEventListener('htmx:beforeSwap', (event) => { if (!box.contains(document.activeElement)) event.detail.shouldSwap = false; });
}
