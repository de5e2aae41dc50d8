/**
 * Names that no word list has, and that are something else as well: a surname, a place, a plant, a game, a program, a word
 * of mathematics, of another language or of the field. Found by reading the list, and by a run over texts about software.
 */
import type { NameClass } from '../../../domain/registry/project.ts';
import { TERM_PHRASES } from './terms.ts';

const MOSTLY_THE_PROJECT = `Aera Aion Astera Astria Axiome Axion Axone BaseX Bluefin Blueshift Boros Braavos Bridgers Budokan Celer
    Chronos Colibri Cudos Deri Desmos Enosys Enscribe Envio Everclear Ferrum Fluence Formo Friktion GAMEE
    Governator Hermetica Hord IDriss Injective INTMAX Juicebox Kadena Kaia Kaito Karak Kenshi Kinto Kolibri
    Komodo Kroma Kryptonite Libree Luchadores Lumera Lumia Matic MetaGame Minimax Morpho Nexo Nomic Nomis Nostra
    Nuls OpenBook Openworld Pactus Pando Panora Paxos Pimlico Pinata Precog Pretium Qilin Railgun Stader
    Starmaker Steem Stratis Stratos Superstate Sylow Taiko Telos Thala Valora Zano Zora`;
const MOSTLY_SOMETHING_ELSE = `Biomes Bluechip BootNode Cyber Cypher Davos Degen DeSci Desci Eigen Ethers FBTC Gelato Katana Kumbaya Layer3 Linkdrop Metacoin Multichain Multipass Namespace Nano Netlink Nevermind
    Pacifica Paloma Qubit Spacebar Tesseract WAGMI`;

export const HOMONYMS: ReadonlyMap<string, NameClass> = new Map([
  ...MOSTLY_THE_PROJECT.split(/\s+/).map((name): [string, NameClass] => [name, 'C']),
  ...MOSTLY_SOMETHING_ELSE.split(/\s+/).map((name): [string, NameClass] => [name, 'X']),
  ['crypto APIs', 'X'],
  ...TERM_PHRASES.map((phrase): [string, NameClass] => [phrase, 'X']),
]);
