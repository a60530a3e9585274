/** Loaded before a program (`node --import`): its clock runs `DAYS_AHEAD` days ahead of the machine's. */
const aheadMs = Number(process.env.DAYS_AHEAD) * 86_400_000
if (Number.isNaN(aheadMs)) throw new Error('DAYS_AHEAD is no number.')

globalThis.Date = new Proxy(Date, {
  construct: (date, args, newTarget) =>
    Reflect.construct(date, args.length > 0 ? args : [date.now() + aheadMs], newTarget) as object,
  apply: (date) => new date(date.now() + aheadMs).toString(),
  get: (date, name) => (name === 'now' ? () => date.now() + aheadMs : Reflect.get(date, name)),
})
