// Remembers how far somebody watched, so that they go on there next time.
const EVERY_MS = 10000;

export function remember(player) {
  const { progress, csrf } = document.getElementById('watch').dataset;
  const again = document.querySelector('[data-restart]');
  again?.addEventListener('click', () => { player.seek(0); again.hidden = true; });
  if (!progress) return; // nobody is signed in
  let sentAt = 0;
  let sent = -1;

  const send = () => {
    const seconds = Math.floor(player.currentTime());
    if (seconds === sent) return;
    sent = seconds;
    sentAt = Date.now();
    fetch(progress, {
      method: 'PUT',
      keepalive: true, // also when the page goes away
      headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': csrf },
      body: JSON.stringify({ position: seconds }),
    }).catch(() => { sent = -1; }); // the next one says it all
  };
  player.on('timeupdate', () => { if (!player.paused() && Date.now() - sentAt >= EVERY_MS) send(); });
  player.on(['pause', 'ended'], send);
  addEventListener('pagehide', () => { if (player.hasStarted_ && sent >= 0) send(); });
}
