import './selection.js';

// The question that the server sent becomes a real dialog
for (const d of document.querySelectorAll('dialog[open]')) { d.close(); d.showModal(); }
