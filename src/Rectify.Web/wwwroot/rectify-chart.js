// Draws the table inside it: the first column names the points, each further column is a series.
// The drawing lives in a shadow root, out of reach of enhanced navigation, which only patches the table.
const palette = ['#1b4f8f', '#c2571a', '#2f7d4f', '#7a5ea8', '#8a6d00', '#5b6b7b'];
let library;

class RectifyChart extends HTMLElement {
  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      this.frame = document.createElement('div');
      this.canvas = document.createElement('canvas');
      this.canvas.setAttribute('role', 'img');
      this.frame.append(this.canvas);
      this.frame.style.position = 'relative';
      root.append(this.frame, document.createElement('slot'));
    }
    this.observer = new MutationObserver(() => this.schedule());
    this.observer.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
    this.schedule();
  }

  disconnectedCallback() {
    this.observer.disconnect();
    this.chart?.destroy();
    this.chart = null;
  }

  schedule() {
    cancelAnimationFrame(this.frameRequest);
    this.frameRequest = requestAnimationFrame(() => this.draw());
  }

  async draw() {
    const table = this.querySelector('table');
    if (!table) return;
    library ??= import(new URL(this.getAttribute('library'), document.baseURI));
    await library;
    if (!this.isConnected) return;

    const number = cell => {
      const text = cell.dataset.value ?? cell.textContent.replace(/[,\s%]/g, '');
      return text === '' || text === '—' ? null : Number(text);
    };
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const names = heads.map(cell => cell.textContent.trim());
    const colours = heads.map((cell, index) => cell.dataset.colour ?? palette[index % palette.length]);
    const kind = this.getAttribute('kind') ?? 'bar';
    const flat = kind === 'bar-horizontal';
    const size = flat ? Math.max(120, rows.length * 26 + 60) : Number(this.getAttribute('height') ?? 260);
    this.frame.style.height = size + 'px';
    this.canvas.setAttribute('aria-label', table.caption?.textContent.trim() ?? '');
    this.chart?.destroy();
    this.chart = new Chart(this.canvas, {
      type: kind === 'line' ? 'line' : kind === 'doughnut' ? 'doughnut' : 'bar',
      data: {
        labels: rows.map(row => row.cells[0].textContent.trim()),
        datasets: names.map((label, index) => ({
          label,
          data: rows.map(row => number(row.cells[index + 1])),
          backgroundColor: kind === 'doughnut' ? palette : colours[index],
          borderColor: kind === 'line' ? colours[index] : '#fff',
          borderDash: kind === 'line' && index > 0 ? [6, 4] : [],
          borderWidth: kind === 'line' ? 2 : 1,
          pointRadius: rows.length > 40 ? 0 : 2,
          maxBarThickness: 28,
        })),
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        indexAxis: flat ? 'y' : 'x',
        plugins: { legend: { display: names.length > 1 || kind === 'doughnut', position: 'bottom' } },
        scales: kind === 'doughnut' ? {} : {
          x: { stacked: this.hasAttribute('stacked'), grid: { display: flat }, beginAtZero: true },
          y: { stacked: this.hasAttribute('stacked'), grid: { display: !flat }, beginAtZero: true, ticks: { precision: 0 } },
        },
        font: { family: getComputedStyle(this).fontFamily },
      },
    });
  }
}

customElements.define('rectify-chart', RectifyChart);
window.addEventListener('beforeprint', () => document.querySelectorAll('rectify-chart').forEach(element => element.chart?.resize()));
