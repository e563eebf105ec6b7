/** How many files are asked for at a time behind the screen: a slow line is needed for the first ones. */
const WIDTH = 4;

/** Does something with each item, a few at a time; the first fault stops what has not begun. */
export async function each<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const work = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await run(item).catch((fault) => {
        queue.length = 0;
        throw fault;
      });
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
}
