/** Whether a UTF-16 unit is of Script=Han. */
export function isHan(unit: number): boolean {
  if (unit < 0x2e80) return false;
  if (unit >= 0xf900) return unit <= 0xfad9 && unit !== 0xfa6e && unit !== 0xfa6f;
  if (unit >= 0x3400) return unit <= 0x4dbf || (unit >= 0x4e00 && unit <= 0x9fff);
  if (unit <= 0x2fd5) return unit !== 0x2e9a && !(unit > 0x2ef3 && unit < 0x2f00);
  return (
    unit === 0x3005 ||
    unit === 0x3007 ||
    (unit >= 0x3021 && unit <= 0x3029) ||
    (unit >= 0x3038 && unit <= 0x303b)
  );
}
