import '../../style/words.css';
import './method.css';
import { usePlace } from '../../place.ts';
import { MeasureProfile } from './MeasureProfile.tsx';
import { MethodIndex } from './MethodIndex.tsx';

/** Measures and definitions from the registry; with an id all that is known of one measure. */
export default function MethodPage() {
  const { id } = usePlace();
  return id === null ? <MethodIndex /> : <MeasureProfile id={id} />;
}
