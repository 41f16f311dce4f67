import type { ComponentType, ReactNode } from 'react';
import { useDesk } from '../../session/desk-context.ts';
import type { ActFormProps } from './ActFrame.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { ApprovalForm } from './ApprovalForm.tsx';
import { AttachForm } from './AttachForm.tsx';
import { BeginSupplyForm } from './BeginSupplyForm.tsx';
import { CountersignForm } from './CountersignForm.tsx';
import { DateForm } from './DateForm.tsx';
import { ExaminationForm } from './ExaminationForm.tsx';
import { LetterOfCreditForm } from './LetterOfCreditForm.tsx';
import { OwnerForm } from './OwnerForm.tsx';
import { type Question, questionOf } from './order-act.ts';
import { ReceiptForm } from './ReceiptForm.tsx';
import { SendingForm } from './SendingForm.tsx';
import { ShippingForm } from './ShippingForm.tsx';
import { ShippingRequestForm } from './ShippingRequestForm.tsx';
import { SignOffForm } from './SignOffForm.tsx';
import { SupplyForm } from './SupplyForm.tsx';
import { CustomerQuestionForm, ReasonForm } from './WordsForm.tsx';

const forms: { readonly [Asked in Question]: ComponentType<ActFormProps> } = {
  reason: ReasonForm,
  date: DateForm,
  countersign: CountersignForm,
  paper: AttachForm,
  approval: ApprovalForm,
  'sign-off': SignOffForm,
  'customer-question': CustomerQuestionForm,
  'customer-answer': AnswerForm,
  sending: SendingForm,
  'begin-supply': BeginSupplyForm,
  supply: SupplyForm,
  'letter-of-credit': LetterOfCreditForm,
  examination: ExaminationForm,
  owner: OwnerForm,
  'shipping-request': ShippingRequestForm,
  goods: ShippingForm,
  receipt: ReceiptForm,
};

/** Asks what one command needs, filled in with the usual answer: most times Enter is enough. Esc gives up. */
export function ActForm(props: ActFormProps): ReactNode {
  const { me } = useDesk();
  const Form = forms[questionOf(props.order, props.command, me.user.roles) ?? 'reason'];
  return <Form {...props} />;
}
