import Handlebars from 'handlebars';
import { PrintFault } from './print-fault.ts';

/**
 * What a template may not hold (templates are in the office's hands, so they are data to distrust): decorators run code,
 * unescaped values let a customer's name become markup. The syntax tree is asked, not the text: comments may say {{{.
 */
class Rules extends Handlebars.Visitor {
  readonly broken: string[] = [];
  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.broken.push(`unescaped value in line ${node.loc.start.line}`);
    super.MustacheStatement(node);
  }
  override Decorator(node: hbs.AST.Decorator): void {
    this.broken.push(`decorator in line ${node.loc.start.line}`);
  }
  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.broken.push(`decorator in line ${node.loc.start.line}`);
  }
  override PartialStatement(node: hbs.AST.PartialStatement): void {
    if (node.name.type !== 'PathExpression') this.broken.push(`partial chosen by data in line ${node.loc.start.line}`);
    super.PartialStatement(node);
  }
}

/** The template's syntax tree. @throws PrintFault `print.template` naming every broken rule, or the place of a syntax error */
export function parseTemplate(name: string, source: string): hbs.AST.Program {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(source);
  } catch (error) {
    throw new PrintFault('print.template', `template ${name}: ${(error as Error).message}`, { template: name }, error);
  }
  const rules = new Rules();
  rules.accept(program);
  if (rules.broken.length > 0) {
    throw new PrintFault('print.template', `template ${name}: ${rules.broken.join('; ')}`, {
      template: name,
      broken: rules.broken,
    });
  }
  return program;
}
