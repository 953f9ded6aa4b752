export const IPTC = 'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"';
export const TRAINED = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';

/** An XMP packet with these properties: `inside` the description, or as `attributes` of it. */
export function xmpPacket({
  inside = '',
  attributes = '',
}: {
  inside?: string;
  attributes?: string;
}): string {
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${attributes}>${inside}</rdf:Description>`,
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('\n');
}

/** A packet that says where the picture comes from, as a picture agency's does. */
export const sourceTypePacket = (type = TRAINED) =>
  xmpPacket({
    attributes: IPTC,
    inside: `<Iptc4xmpExt:DigitalSourceType>${type}</Iptc4xmpExt:DigitalSourceType>`,
  });
