// Lighthouse over three screens, on a phone: node lighthouse.mjs <url> <folder with lighthouse> <chromium>
// The app has one address, so a screen is reached inside the measured visit; its figures hold the way there too.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [url, folder, executablePath] = process.argv.slice(2);
const require = createRequire(`${folder}/package.json`);
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { startFlow } = await load('lighthouse');
const { default: puppeteer } = await load('puppeteer-core');

const categories = ['performance', 'accessibility', 'best-practices'];
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync', '--no-first-run'];

async function open(page) {
  await page.goto(`${url}/`);
  await page.waitForSelector('main input[type=checkbox]');
}

const press = (page, words) =>
  page.evaluate(
    (text) => [...document.querySelectorAll('button')].find((one) => one.textContent.includes(text)).click(),
    words,
  );

async function ask(page) {
  await open(page);
  await page.evaluate(() => document.querySelector('main input[type=checkbox]').click());
  await press(page, '相談を始める');
  await page.waitForSelector('main input[type=radio]');
}

async function result(page) {
  await ask(page);
  for (let i = 0; i < 40; i++) {
    const more = await page.evaluate(() => {
      const options = [...document.querySelectorAll('main form input')];
      options.at(-1)?.click();
      return options.length > 0;
    });
    if (!more) return;
    const headings = () => [...document.querySelectorAll('h1')].map((one) => one.textContent).join();
    const before = await page.evaluate(headings);
    await press(page, '次へ');
    await page.waitForFunction(`(${headings})() !== ${JSON.stringify(before)}`);
  }
}

const say = ({ categories: scores, audits }) => {
  const line = categories.map((id) => `${id} ${Math.round(scores[id].score * 100)}`).join(', ');
  const missed = categories.flatMap((id) =>
    scores[id].auditRefs.filter(
      ({ id: audit, weight }) => weight > 0 && audits[audit].score !== null && audits[audit].score < 0.9,
    ),
  );
  return missed.length
    ? `${line} (${missed.map(({ id }) => `${id} ${audits[id].displayValue ?? audits[id].score}`).join('; ')})`
    : line;
};

const screens = [];
for (const [name, go] of [
  ['home', open],
  ['consultation', ask],
  ['result', result],
]) {
  const browser = await puppeteer.launch({ executablePath, args, headless: true });
  try {
    const page = await browser.newPage();
    const flow = await startFlow(page, {
      config: { extends: 'lighthouse:default', settings: { onlyCategories: categories } },
    });
    await flow.navigate(() => go(page));
    await flow.snapshot();
    const [visit, still] = (await flow.createFlowResult()).steps;
    screens.push({ name, scores: say(visit.lhr) });
    const quiet = ['accessibility', 'best-practices'].map(
      (id) => `${id} ${Math.round(still.lhr.categories[id].score * 100)}`,
    );
    screens.push({ name: `${name}, as it stands`, scores: quiet.join(', ') });
  } finally {
    await browser.close();
  }
}
console.log(JSON.stringify(screens));
