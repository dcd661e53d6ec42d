// One file on its way by the tus protocol: goes on by itself after a lost connection, and where an earlier page stopped.
const PIECE = 32 * 1024 * 1024; // bytes of one request
const LONGEST_PAUSE = 30;
const HEADERS = { 'Tus-Resumable': '1.0.0', Accept: 'application/problem+json' };

export class Transfer {
  // known: address of an upload of this very file that was begun earlier; told(this) is called with every change
  constructor(file, csrf, known, told) {
    Object.assign(this, { file, csrf, told, address: known, offset: 0, state: 'waiting', says: '', rate: 0, pause: 0 });
  }

  async run() {
    this.wanted = true;
    for (let failures = 0; this.wanted;) {
      try {
        if (this.address) await this.locate(); else await this.begin();
        this.change('uploading');
        while (this.wanted && this.offset < this.file.size) {
          await this.send();
          failures = 0;
        }
        if (this.wanted) this.change('done');
        return;
      } catch (problem) {
        if (!this.wanted) return;
        if (problem.gone && !this.restarted) { this.address = undefined; this.restarted = true; continue; }
        if (problem.final) { this.says = problem.message; this.change('refused'); return; }
        failures += 1;
        await this.wait(Math.min(LONGEST_PAUSE, 2 ** (failures - 1)), problem.message);
      }
    }
  }

  stop() {
    this.wanted = false;
    this.request?.abort();
    this.wake?.();
    this.change('paused');
  }

  async cancel() {
    this.stop();
    this.change('cancelled');
    if (this.address) await fetch(this.address, { method: 'DELETE', headers: { ...HEADERS, 'X-CSRF-TOKEN': this.csrf } }).catch(() => {});
  }

  get id() { return this.address?.split('/').pop(); }

  change(state) {
    this.state = state;
    this.told(this);
  }

  async wait(seconds, why) {
    this.says = why;
    for (this.pause = seconds; this.pause > 0 && this.wanted; this.pause -= 1) {
      this.change('lost');
      const woken = await new Promise((resolve) => { this.wake = () => resolve(true); setTimeout(resolve, 1000, false); });
      if (woken) break;
    }
    this.pause = 0;
  }

  async begin() {
    const about = { filename: this.file.name, fingerprint: fingerprint(this.file) };
    const metadata = Object.entries(about).map(([key, value]) => `${key} ${base64(value)}`).join(',');
    const reply = await this.ask('/upload/files', 'POST', { 'Upload-Length': String(this.file.size), 'Upload-Metadata': metadata });
    this.address = reply.headers.get('Location');
    this.offset = 0;
  }

  async locate() {
    const reply = await this.ask(this.address, 'HEAD', {});
    this.offset = Number(reply.headers.get('Upload-Offset'));
  }

  async ask(address, method, headers) {
    const reply = await fetch(address, { method, headers: { ...HEADERS, ...headers, 'X-CSRF-TOKEN': this.csrf } });
    if (reply.ok && !reply.redirected) return reply;
    throw refusal(reply.redirected ? 401 : reply.status, await reply.text()); // redirected to the sign-in page
  }

  // XMLHttpRequest, since fetch does not say how much is sent.
  send() {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const from = this.offset;
      const begun = performance.now();
      this.request = request;
      request.open('PATCH', this.address);
      for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value);
      request.setRequestHeader('X-CSRF-TOKEN', this.csrf);
      request.setRequestHeader('Content-Type', 'application/offset+octet-stream');
      request.setRequestHeader('Upload-Offset', String(from));
      request.upload.onprogress = (event) => {
        this.offset = Math.min(this.file.size, from + event.loaded);
        this.rate = event.loaded / Math.max(0.2, (performance.now() - begun) / 1000);
        this.change('uploading');
      };
      request.onload = () => {
        if (request.status === 204) {
          this.offset = Number(request.getResponseHeader('Upload-Offset'));
          this.change('uploading');
          resolve();
        } else reject(refusal(request.status, request.responseText));
      };
      request.onerror = () => reject(new Error('The connection is lost.'));
      request.onabort = () => reject(new Error('Stopped.'));
      request.send(this.file.slice(from, Math.min(this.file.size, from + PIECE)));
    });
  }
}

// Tells a file from another one, also after a reload.
export function fingerprint(file) {
  return `${file.name}|${file.size}|${file.lastModified}`;
}

function refusal(status, text) {
  let said = status === 401 ? 'You are signed out. Sign in and choose the file again.' : 'The portal does not answer as it should.';
  let code = '';
  try {
    const problem = JSON.parse(text);
    code = problem.code;
    said = [problem.title, problem.detail].filter(Boolean).map((one) => one.replace(/\.?$/, '.')).join(' ');
  } catch { /* no problem in words */ }
  const problem = new Error(said);
  problem.gone = status === 404;
  problem.final = [400, 401, 403, 404, 413, 415].includes(status) || code === 'too-many-uploads';
  return problem;
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
