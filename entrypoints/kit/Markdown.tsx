/**
 * The reader's notes as elements. Parsed by mdast and drawn node by node: HTML in a note stays text, images are not loaded,
 * links are https only, so a note that was imported from somebody else can do nothing.
 */
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { ComponentChild } from 'preact';

const children = (node: Parents): ComponentChild[] => node.children.map((child, i) => draw(child, i));

/** Headings of a note stand below the page's own h1 and h2. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

function drawLink(node: Extract<Nodes, { type: 'link' }>, key: number): ComponentChild {
  if (!node.url.startsWith('https://')) return <span key={key}>{children(node)}</span>;
  return (
    <a key={key} href={node.url} target="_blank" rel="noreferrer noopener">
      {children(node)}
    </a>
  );
}

function drawList(node: Extract<Nodes, { type: 'list' }>, key: number): ComponentChild {
  return node.ordered ? <ol key={key}>{children(node)}</ol> : <ul key={key}>{children(node)}</ul>;
}

function draw(node: Nodes, key: number): ComponentChild {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'inlineCode':
      return <code key={key}>{node.value}</code>;
    case 'code':
      return <pre key={key}>{node.value}</pre>;
    case 'break':
      return <br key={key} />;
    case 'thematicBreak':
      return <hr key={key} />;
    case 'image':
      return `[${node.alt ?? ''}]`;
    case 'paragraph':
      return <p key={key}>{children(node)}</p>;
    case 'heading': {
      const Heading = HEADINGS[node.depth - 1] ?? 'h6';
      return <Heading key={key}>{children(node)}</Heading>;
    }
    case 'strong':
      return <strong key={key}>{children(node)}</strong>;
    case 'emphasis':
      return <em key={key}>{children(node)}</em>;
    case 'delete':
      return <del key={key}>{children(node)}</del>;
    case 'blockquote':
      return <blockquote key={key}>{children(node)}</blockquote>;
    case 'list':
      return drawList(node, key);
    case 'listItem':
      return (
        <li key={key}>
          {typeof node.checked === 'boolean' && (node.checked ? '☑ ' : '☐ ')}
          {children(node)}
        </li>
      );
    case 'link':
      return drawLink(node, key);
    default:
      return 'children' in node ? <span key={key}>{children(node)}</span> : null;
  }
}

/** Draws Markdown as elements; plain text for what a note should not do. */
export function Markdown({ text }: { text: string }) {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return (
    <div class="markdown" dir="auto">
      {children(tree)}
    </div>
  );
}
