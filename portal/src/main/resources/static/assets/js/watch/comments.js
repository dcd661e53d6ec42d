// A comment is about the moment that plays, unless whoever writes it says otherwise. Without this module they type the moment.
export function comments(player) {
  const show = () => {
    const typed = document.querySelector('[data-at-typed]');
    if (!typed || document.getElementById('e-at')) return; // what was wrong is put right by hand
    typed.hidden = true;
    document.querySelector('[data-at-now]').hidden = false;
    player.trigger('seek-asked'); // writes the moment
  };
  show();
  document.addEventListener('htmx:configRequest', (event) => {
    const now = event.target.querySelector?.('[data-at-now]');
    if (!now || now.hidden) return;
    event.detail.parameters.set('at', now.querySelector('input').checked ? String(Math.floor(player.currentTime())) : '');
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id !== 'comments') return;
    show();
    // What had the focus may be gone with its comment.
    if (document.activeElement === document.body) document.getElementById('co')?.focus();
  });
}
