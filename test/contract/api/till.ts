import { withSetting } from '../../../core/policy/policy.ts';
import type { Role } from '../../../core/policy/roles.ts';
import type { SettingPath } from '../../../core/policy/settings.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { OrderCommandRequest } from '../../../core/wire/commands.ts';
import { type Office, openOffice } from './office.ts';
import { newKey, postOne, recheck } from './rows.ts';
import { invoice, pay } from './settle.ts';

const bodyOf = (client: Client) => client.call<'commandPayment'>;
export type PaymentBody = Parameters<ReturnType<typeof bodyOf>>[1]['body'];

/** Customers of the office: class B pays all of it before the goods leave, class A by monthly settlement. */
export const [classB, classA] = ['C001', 'C002'];
export const nameA = '甬江设备厂';

/** What is done with money in an office, each by whose work it is. */
export class Till {
  readonly office: Office;
  private constructor(office: Office) {
    this.office = office;
  }

  static async open(): Promise<Till> {
    const office = await openOffice();
    const { store } = office.companies.get('hengxin') ?? {};
    const more = ['finance-manager', 'general-manager', 'auditor', 'documents', 'production'] as const;
    for (const role of more) await store?.accounts.saveUser({ id: role, name: role, roles: [role], locale: 'zh-Hans' });
    const till = new Till(office);
    // Nothing before production: these tests are about what leaves.
    await till.agree('payment.prepayment', { A: '0', B: '0', C: '0' });
    return till;
  }

  /** Changes one setting of the company's policy. */
  async agree(path: SettingPath, value: unknown): Promise<void> {
    const manager = await this.as('general-manager');
    const { version, policy } = await manager.call('policy', {});
    const body = { policy: withSetting(policy, path, value), reason: 'as agreed' };
    await manager.call('savePolicy', { body, seenVersion: version });
  }
  close = () => this.office.close();
  as = (user: Role) => this.office.as(user);

  /** Ten pieces at 12.5, of a class B customer unless another is named, ready to leave but for the money. */
  async readyOrder(key: string, customer?: string): Promise<string> {
    const number = await postOne(await this.as('sales'), { key, ...(customer === undefined ? {} : { customer }) });
    await this.command('order-desk-head', number, { type: 'approve-order' });
    await this.command('order-desk', number, { type: 'issue-letter' });
    const { today } = await (await this.as('order-desk')).call('session', {});
    await this.command('order-desk', number, { type: 'record-countersign', on: today as never });
    return number;
  }
  command = async (user: Role, number: string, body: OrderCommandRequest) =>
    (await this.as(user)).call('commandOrder', { params: { number }, body, requestKey: newKey() });
  ship = async (order: string) =>
    (await this.as('shipper')).call('ship', { body: { order, recheck }, requestKey: newKey() });

  pay = (number: string, amount?: string) => pay(this.office, number, amount);
  invoice = (number: string) => invoice(this.office, number);
  onPayment = async (number: string, body: PaymentBody, user: Role = 'finance-clerk') =>
    (await this.as(user)).call('commandPayment', { params: { number }, body, requestKey: newKey() });

  view = async (user: Role, number: string) => (await this.as(user)).call('order', { params: { number } });
  account = async (code: string, user: Role = 'finance-clerk') =>
    (await this.as(user)).call('customerAccount', { params: { code } });

  /** So many days pass. */
  later(days: number): void {
    const { time } = this.office;
    time.now = new Date(Date.parse(time.now) + days * 86_400_000).toISOString() as Instant;
  }
}
