/** One thing somebody tries with money; which parts count depends on the command. Amounts in cents. */
export interface Step {
  readonly command: 'receive' | 'allocate' | 'release' | 'move' | 'refund' | 'reverse' | 'write-off' | 'undo';
  /** 1, 2, … in the order they came in; write-offs too. */
  readonly payment: number;
  readonly gives: readonly { readonly order: number; readonly cents: number }[];
  readonly order: number;
  readonly cents: number;
  /** Days after the first; only dates depend on it. */
  readonly day: number;
}

interface ModelPayment {
  readonly amount: number;
  readonly given: Map<number, number>;
  refunded: number;
  isReversed: boolean;
}

const total = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0);

/** Money as a child would keep it, in whole cents: says of each step whether it may happen, and does it. */
export class Model {
  readonly payments: ModelPayment[] = [];
  readonly writeOffs: { readonly order: number; readonly cents: number; isUndone: boolean }[] = [];
  readonly totals: readonly number[];

  constructor(totals: readonly number[]) {
    this.totals = totals;
  }

  free = ({ amount, given, refunded, isReversed }: ModelPayment): number =>
    isReversed ? 0 : amount - total(given.values()) - refunded;

  open = (order: number): number =>
    (this.totals[order - 1] ?? 0) -
    total(this.payments.map(({ given }) => given.get(order) ?? 0)) -
    total(this.writeOffs.filter((each) => each.order === order && !each.isUndone).map(({ cents }) => cents));

  attempt({ command, payment: at, gives, order, cents }: Step): boolean {
    if (command === 'receive') return this.receive(cents, gives);
    if (command === 'write-off') {
      if (cents <= 0 || cents > this.open(order)) return false;
      this.writeOffs.push({ order, cents, isUndone: false });
      return true;
    }
    if (command === 'undo') {
      const writeOff = this.writeOffs[at - 1];
      if (writeOff === undefined || writeOff.isUndone) return false;
      writeOff.isUndone = true;
      return true;
    }
    const payment = this.payments[at - 1];
    if (payment === undefined || payment.isReversed) return false;
    switch (command) {
      case 'allocate':
        return gives.length > 0 && this.give(payment, gives);
      case 'release':
        return this.take(payment, order, cents);
      case 'move': {
        const moved = total(gives.map((each) => each.cents));
        if (gives.length === 0 || gives.some((each) => each.order === order)) return false;
        if (!this.mayGet(gives) || !this.take(payment, order, moved)) return false;
        return this.give(payment, gives);
      }
      case 'refund':
        if (cents <= 0 || cents > this.free(payment)) return false;
        payment.refunded += cents;
        return true;
      case 'reverse':
        if (payment.refunded > 0) return false;
        payment.given.clear();
        payment.isReversed = true;
        return true;
    }
  }

  private receive(amount: number, gives: Step['gives']): boolean {
    const payment = { amount, given: new Map<number, number>(), refunded: 0, isReversed: false };
    if (amount <= 0 || !this.give(payment, gives)) return false;
    this.payments.push(payment);
    return true;
  }

  private give(payment: ModelPayment, gives: Step['gives']): boolean {
    if (!this.mayGet(gives) || total(gives.map(({ cents }) => cents)) > this.free(payment)) return false;
    for (const { order, cents } of gives) payment.given.set(order, (payment.given.get(order) ?? 0) + cents);
    return true;
  }

  private mayGet(gives: Step['gives']): boolean {
    const wanted = (order: number) => total(gives.filter((each) => each.order === order).map(({ cents }) => cents));
    return gives.every(({ order, cents }) => cents > 0 && wanted(order) <= this.open(order));
  }

  private take({ given }: ModelPayment, order: number, cents: number): boolean {
    const standing = given.get(order) ?? 0;
    if (cents <= 0 || cents > standing) return false;
    given.set(order, standing - cents);
    return true;
  }
}
