// Where elements are in the window.

/** Where an element is in the window. */
export const box = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());

/** Where an element comes to rest: its top in the window, once it is the same for ten frames. */
export const rest = (locator) =>
  locator.evaluate(
    (element) =>
      new Promise((resolve) => {
        let [top, frames] = [NaN, 0];
        const look = () => {
          const now = element.getBoundingClientRect().top;
          frames = now === top ? frames + 1 : 0;
          top = now;
          if (frames < 10) requestAnimationFrame(look);
          else resolve(top);
        };
        look();
      }),
  );
