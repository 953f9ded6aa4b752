import { stormIn } from './storm';

stormIn('firefox');
