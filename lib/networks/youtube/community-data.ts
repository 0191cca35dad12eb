import type { PostReading } from '../../model/capture';
import { dig, isTree, type Tree } from '../../reading/trees';
import type { PageContext } from '../network';
import { channelOf, labelIn, plain, under, wordsAt } from './data';
import { type Button, likeButton } from './numbers';
import { textPost } from './text-post';

const authorOf = ({ authorEndpoint, authorText, displayName }: Tree) => authorEndpoint ?? authorText ?? displayName;

/** Whether a node is a text post of a channel. */
export const isPostData = (node: Tree): boolean => /^Ug[\w-]{8,60}$/.test(plain(node.postId)) && isTree(authorOf(node));

/** Reads such a node; of a post that shares another, its own words and numbers alone. */
export function readPostData(node: Tree, at: PageContext): PostReading {
  const like = under(under(node.actionButtons, 'likeButton'), 'toggleButtonRenderer');
  const reply = under(under(node.actionButtons, 'replyButton'), 'buttonRenderer');
  const facts = {
    author: channelOf(authorOf(node)),
    age: plain(node.publishedTimeText),
    title: plain(node.contentText ?? node.content),
    attached: Object.keys(Object(node.backstageAttachment)).join(),
    shared: isTree(node.originalPost),
    likes: [likeButton(plain(node.voteCount), [labelIn(node.voteCount), labelIn(like)], dig(like, 'isToggled') === true)],
    comments: reply ? [[wordsAt(reply, 'text'), labelIn(reply)] satisfies Button] : null,
  };
  return textPost(plain(node.postId), facts, at);
}
