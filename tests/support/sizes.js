// The screens that the layout is made for.
export const SIZES = {
  desktop: { name: 'desktop', use: { viewport: { width: 1360, height: 900 } } },
  tablet: { name: 'tablet', use: { viewport: { width: 768, height: 1024 }, hasTouch: true } },
  phone: { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
};
