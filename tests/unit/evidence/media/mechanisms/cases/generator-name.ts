import { type MechanismCases, said } from '../../../../../support/media/said';

export const cases: MechanismCases = {
  hits: [
    ['Ideogram', [said('exif', 'Make', 'Ideogram AI')], { strength: 'B2', kind: 'ai', producer: 'Ideogram' }],
    ['Reve', [said('exif', 'Software', 'reve.com')], { producer: 'Reve' }],
    ['Reve in XMP', [said('xmp', 'xmp:CreatorTool', 'reve.com')], { producer: 'Reve' }],
    ['Aphrodite', [said('exif', 'Software', 'Aphrodite AI v1.0')], { producer: 'Aphrodite AI' }],
    ['Midjourney', [said('png-text', 'Software', 'Midjourney v7')], { producer: 'Midjourney' }],
    ['DALL·E', [said('exif', 'Software', 'DALL-E 3')], { producer: 'DALL·E' }],
    ['DALL·E in lower case', [said('png-text', 'Software', 'dall-e-3')], { producer: 'DALL·E' }],
    ['DALL·E in one word', [said('exif', 'Software', 'DALLE 2')], { producer: 'DALL·E' }],
    ['Luma as the source of a PNG', [said('png-text', 'Source', 'Luma AI')], { producer: 'Luma AI' }],
  ],
  misses: [
    ['an agency that sells such works', [said('iptc', 'Source', 'Midjourney')]],
    ['brightness', [said('png-text', 'Source', 'Luma AIming 3')]],
    ['a frame grabber', [said('exif', 'Software', 'Imagenation PX500')]],
    ['an editor', [said('exif', 'Software', 'Adobe Photoshop CS6 (Windows)')]],
    ['a word with the name in it', [said('exif', 'Software', 'Ideogram AIR Suite')]],
    ['a dream', [said('exif', 'Software', 'reverie.com 3')]],
    ['a subdomain of another', [said('exif', 'Software', 'reve.community')]],
    ['a name inside a text', [said('exif', 'Software', 'Not ComfyUI')]],
    ['a picture about it', [said('png-text', 'Description', 'Midjourney at the fair')]],
    ['a surname', [said('exif', 'Make', 'Dalle GmbH Scanner')]],
    ['a Dalle', [said('exif', 'Software', 'DALLES 2')]],
  ],
};
