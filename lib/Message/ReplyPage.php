<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\IL10N;
use OCP\IURLGenerator;

/** The texts of the page that the link in a mail with a message opens: the conversation, and the answers of its person. templates/light.php prints it. */
class ReplyPage {
	public function __construct(
		private readonly AnswerPage $cards,
		private readonly MessageAccess $access,
		private readonly MessageMapper $messages,
		private readonly MessageText $texts,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
		private readonly Days $days,
	) {
	}

	/**
	 * @param string $reason why the last answer was not sent: a reason of ReplyByLink::answer()
	 * @param string $text the unsent text
	 * @return array<string, mixed> what templates/light.php expects
	 */
	public function conversation(TwoPeople $people, Side $side, string $token, string $reason = '', string $text = ''): array {
		$name = $this->nameOf($people, $side);
		$pause = $this->access->pause(new Viewer(null), $people, $side);
		$answered = $this->messages->findLast($people->id())?->side() === $side;
		return [
			'title' => $this->l->t('Messages with %s', [$name]),
			'network' => $this->network->name(),
			'note' => $this->note($reason),
			'paragraphs' => [
				$answered ? $this->l->t('Your answer was sent. You get the next message by email again.') : '',
				$this->l->t('%s does not see your address, nor you theirs. The person who keeps your card can read this conversation.', [$name]),
				$pause === null ? '' : $this->l->t('You cannot answer at the moment: the conversation is closed, or the card of one of you is not shown.'),
			],
			'card' => null,
			'quotes' => $this->texts($people, $side, $name),
			'answers' => [
				...$pause !== null ? [] : [[
					'answer' => 'send',
					'button' => $this->l->t('Send my answer'),
					'means' => $this->l->t('%s gets it by notification and email, with your name.', [$name]),
					// Changes with each message, so that an answer sent twice is stored once.
					'along' => ['key' => substr(hash('sha256', "$token {$people->conversation->getLastId()}"), 0, 32)],
					'fields' => [['name' => 'text', 'label' => $this->l->t('Your answer'), 'value' => $text, 'max' => MessageRules::LIMITS['text'], 'rows' => 6]],
				]],
				[
					'answer' => 'stop',
					'button' => $this->l->t('No more emails of this conversation'),
					'means' => $this->l->t('This link stops working. The person who keeps your card gets the messages, and can pass them on.'),
				],
			],
			'links' => [['before' => '', 'href' => $this->urls->linkToRoute('reseau.page.index') . "own/$token", 'text' => $this->l->t('My page: what is known about me')]],
			'question' => $this->l->t('Keep the email: its link leads here as long as the conversation goes on.'),
		];
	}

	/** The other person, as every member sees them: hidden cards are not named. */
	public function nameOf(TwoPeople $people, Side $side): string {
		$other = $people->member($side->other());
		return $people->isMasked($side->other()) ? AuthorName::of($this->l, null) : ($other?->isShown() === true ? $other->getName() : $this->l->t('A person whose card is no longer shown'));
	}

	/** @return array<string, mixed> */
	public function stopped(): array {
		return $this->cards->sentence(
			$this->l->t('No more emails of this conversation'),
			$this->l->t('The link no longer works. The person who keeps your card gets the messages.'),
			$this->l->t('If you change your mind, tell the person who keeps your card.'),
		);
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('You asked for no more emails, you now have an account, or your card was changed, hidden or deleted.'),
			$this->l->t('If you have a question, the person who keeps your card can help.'),
		);
	}

	/** @return list<array{title: string, text: string}> oldest first */
	private function texts(TwoPeople $people, Side $side, string $name): array {
		return array_values(array_map(fn (Message $message): array => [
			'title' => match ($message->bulkTo()) {
				BulkTo::People => $this->l->t('%1$s to all people of the group, on %2$s', $this->written($people, $side, $message, $name)),
				BulkTo::Facilitators => $this->l->t('%1$s to the facilitators of the group, on %2$s', $this->written($people, $side, $message, $name)),
				null => $this->l->t('%1$s, on %2$s', $this->written($people, $side, $message, $name)),
			},
			'text' => $this->texts->read($message) ?? $this->l->t('This message cannot be read any more: the server’s key has changed.'),
		], array_filter($this->messages->findOf($people->id()), static fn (Message $message): bool => !$message->isNote())));
	}

	/** @return array{string, string} the writer and the day */
	private function written(TwoPeople $people, Side $side, Message $message, string $name): array {
		return [$message->side() === $side ? (string)$people->member($side)?->getName() : $name, $this->cards->day($this->days->of($message->getSentAt()))];
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'text_missing' => $this->l->t('Your answer was not sent: write something first.'),
			'too_long' => $this->l->t('Your answer was not sent: it is longer than 4,000 characters. Shorten it a little.'),
			'enough_messages' => $this->l->t('Your answer was not sent: you have written a lot within an hour. Send it later.'),
			'bad_text' => $this->l->t('Your answer was not sent: it contains characters that cannot be sent. Type it again.'),
			default => $this->l->t('Your answer was not sent: this is not possible at the moment.'),
		};
	}
}
