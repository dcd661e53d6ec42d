// Once somebody is in the middle of a video, a comment is about the moment that plays, unless they say otherwise. Without this
// module they type the moment.
const INSIDE = 1; // second: before it, nobody has moved into the video

export function comments(player) {
  let chosen = false; // by hand, for this comment
  const stamp = () => document.querySelector('[data-at-now] input');
  const follow = () => {
    if (!chosen && stamp()) stamp().checked = player.currentTime() >= INSIDE;
  };
  const show = () => {
    const typed = document.querySelector('[data-at-typed]');
    if (!typed || document.getElementById('e-at')) return; // what was wrong is put right by hand
    typed.hidden = true;
    document.querySelector('[data-at-now]').hidden = false;
    chosen = false;
    follow();
    player.trigger('seek-asked'); // writes the moment
  };
  show();
  player.on(['timeupdate', 'seeked'], follow);
  document.addEventListener('change', (event) => {
    if (event.target === stamp()) chosen = true;
  });
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
