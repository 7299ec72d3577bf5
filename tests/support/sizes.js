// The screens that the layout is made for, and how large things to press are on them: where there are fingers, 44
// pixels; where there is a mouse, 24.
export const SIZES = {
  desktop: { name: 'desktop', least: 24, use: { viewport: { width: 1360, height: 900 } } },
  tablet: { name: 'tablet', least: 44, use: { viewport: { width: 768, height: 1024 }, hasTouch: true } },
  landscape: {
    name: 'tablet on its side',
    least: 44,
    use: { viewport: { width: 1024, height: 768 }, hasTouch: true },
  },
  phone: { name: 'phone', least: 44, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
};

// Those of a day's work: an office PC whose screen is scaled, a tablet, and a phone whose browser is that of a phone.
export const DEVICES = {
  office: {
    name: 'an office PC of 1366x768 at 125 %',
    use: { viewport: { width: 1093, height: 614 }, deviceScaleFactor: 1.25 },
  },
  tablet: SIZES.tablet,
  phone: { name: 'phone', use: { ...SIZES.phone.use, isMobile: true } },
};
