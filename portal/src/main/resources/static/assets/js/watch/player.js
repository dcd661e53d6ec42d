/* global videojs */
const CONTROLS = ['playToggle', 'volumePanel', 'currentTimeDisplay', 'timeDivider', 'durationDisplay',
  'customControlSpacer', 'chaptersButton', 'playbackRateMenuButton', 'subsCapsButton', 'pictureInPictureToggle',
  'fullscreenToggle', 'progressControl'];

// The player with views, marks of the parts, and the moment to start at. All times are seconds.
export function createPlayer(element) {
  const parts = numbers(element.dataset.parts);
  const start = Number(element.dataset.start || 0);
  const player = videojs(element, {
    playbackRates: [0.75, 1, 1.25, 1.5, 1.75, 2],
    inactivityTimeout: 2500,
    audioPosterMode: element.dataset.audio === 'true',
    controlBar: { children: CONTROLS },
  });
  player.parts = parts;
  player.seek = (seconds) => {
    player.currentTime(Math.max(0, seconds));
    player.trigger('seek-asked');
  };
  player.one('loadedmetadata', () => {
    markParts(player);
    if (start > 0) {
      player.seek(start);
      player.hasStarted(true); // shows the picture of that moment instead of the poster
    }
  });
  switchViews(player);
  return player;
}

// A gap in the progress bar where a part begins.
function markParts(player) {
  const bar = player.el().querySelector('.vjs-progress-holder');
  for (const second of player.parts.slice(1)) {
    const cut = document.createElement('i');
    cut.className = 'seg-cut';
    cut.style.left = `${(second / player.duration()) * 100}%`;
    bar.append(cut);
  }
}

// Another view keeps the moment, the speed, the captions, and whether it plays.
function switchViews(player) {
  const buttons = [...document.querySelectorAll('[data-src]')];
  for (const button of buttons) {
    button.addEventListener('click', (event) => {
      event.preventDefault();
      const kept = { time: player.currentTime(), rate: player.playbackRate(), playing: !player.paused() };
      player.audioPosterMode(button.dataset.audio === 'true');
      player.src({ src: button.dataset.src, type: button.dataset.type });
      player.one('loadedmetadata', () => {
        player.currentTime(kept.time);
        player.playbackRate(kept.rate);
        if (kept.playing) player.play();
      });
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
    });
  }
}

function numbers(text) {
  return (text || '').split(',').filter(Boolean).map(Number);
}
