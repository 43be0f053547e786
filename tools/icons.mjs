// Draws the PNG icons from public/icons/icon.svg, after it was changed:
//   BROWSER_DRIVER="$(tools/setup.sh driver)" node tools/icons.mjs
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { chromium } = createRequire(`${process.env.BROWSER_DRIVER}/`)('playwright-core');
const svg = readFileSync('public/icons/icon.svg', 'utf8');
// A maskable icon fills its square; what matters stays in the inner 80 %.
const maskable = svg.replace(' rx="96"', '').replace(/(<rect[^>]*>)([\s\S]*)<\/svg>/, '$1<g transform="translate(51 51) scale(.8)">$2</g></svg>');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const [name, size, drawing] of [['icon-192', 192, svg], ['icon-512', 512, svg], ['icon-maskable-512', 512, maskable]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0">${drawing.replace('<svg', `<svg width="${size}" height="${size}" style="display:block"`)}`);
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
