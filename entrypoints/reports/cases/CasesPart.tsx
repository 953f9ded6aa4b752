import '@/components/charts/charts.css';
import '@/components/precheck/precheck.css';
import '@/components/handover/handover.css';
import { CasesPane, type CasesPaneProps } from './CasesPane';
import { HandoverPane } from './HandoverPane';

export interface CasesPartProps extends CasesPaneProps {
  /** The report that is to be handed over; the list of cases without one. */
  reportId: string | undefined;
  onHandOver: (reportId: string) => void;
  /** Leads to the list of cases. */
  onDone: () => void;
}

/** What was handed in and waits for an answer, or one report on its way there. */
export function CasesPart({ reportId, ...props }: CasesPartProps) {
  if (!reportId) return <CasesPane {...props} />;
  return <HandoverPane key={reportId} {...props} reportId={reportId} onBack={props.onDone} />;
}
