<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Message\Event\DescribingIntroduction;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Excerpt;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IL10N;
use OCP\IUserManager;

/**
 * Conversations as their reader may see them: the only way they leave the server. A person whose card is not shown any more is not named, nor is an author
 * who chose so.
 */
class MessagePresenter {
	/** Characters of the last message in a list. */
	private const EXCERPT = 140;

	public function __construct(
		private readonly MessageAccess $access,
		private readonly Conversations $conversations,
		private readonly MessageMapper $messages,
		private readonly MessageText $texts,
		private readonly Topics $topics,
		private readonly IUserManager $users,
		private readonly ITimeFactory $clock,
		private readonly IEventDispatcher $events,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param list<TwoPeople> $conversations
	 * @return array<string, mixed> ConversationPageSchema of src/message/model.ts
	 */
	public function page(Viewer $viewer, array $conversations, ?string $next): array {
		$last = $this->messages->findLastOf($conversations);
		$topics = $this->topics->all($viewer, array_map(static fn (TwoPeople $one): Conversation => $one->conversation, $conversations));
		$counts = $this->messages->countBulks(array_values(array_unique(array_filter(array_map(static fn (Message $message): ?string => $message->getBulkKey(), $last)))));
		return [
			'conversations' => array_map(fn (TwoPeople $one): array => $this->summary($viewer, $one, $topics) + [
				'last' => $this->excerpt($last[$one->id()] ?? null),
				'bulk' => self::bulk($last[$one->id()] ?? null, $one->sideOf($viewer), $counts),
			], $conversations),
			'next' => $next,
		];
	}

	/** @return array<string, mixed> ConversationSchema */
	public function present(Viewer $viewer, TwoPeople $people): array {
		$side = $people->sideOf($viewer);
		return $this->summary($viewer, $people, $this->topics->all($viewer, [$people->conversation])) + [
			'messages' => array_map(fn (Message $message): array => $this->message($viewer, $people, $side, $message), $this->messages->findOf($people->id())),
			'pause' => $side === null ? null : $this->access->pause($viewer, $people, $side),
			'can' => $this->access->can($viewer, $people, $side),
		];
	}

	/**
	 * What was written to the viewer, or to a person whose card they keep.
	 *
	 * @param list<TwoPeople> $conversations of the viewer
	 * @return list<array<string, mixed>> lines of AwaitSchema of src/member/home/model.ts
	 */
	public function awaiting(Viewer $viewer, array $conversations): array {
		$last = $this->messages->findLastOf($conversations);
		$topics = $this->topics->all($viewer, array_map(static fn (TwoPeople $one): Conversation => $one->conversation, $conversations));
		$lines = [];
		foreach ($conversations as $one) {
			$side = $one->sideOf($viewer);
			$message = $last[$one->id()] ?? null;
			if ($side !== null) {
				$by = $one->isMasked($side->other())
					? AuthorName::of($this->l, $topics[$one->conversation->getAboutType()][$one->conversation->getAboutId()]['title'] ?? null)
					: $one->known($viewer, $side->other())?->getName();
				$own = $one->member($side);
				$lines[] = array_filter([
					'by' => $by,
					'member' => $own === null || $own->ownerId() === $viewer->memberId ? null : ['id' => $own->ownerId(), 'uid' => $own->getUid(), 'name' => $own->getName()],
					'text' => $message?->side() === $side ? null : $this->excerpt($message),
				], static fn (mixed $part): bool => $part !== null) + ['conversation' => $one->id()];
			}
		}
		return $lines;
	}

	/**
	 * Whether one may write to a person, whom the viewer may see, about their card or something of theirs.
	 *
	 * @return array{obstacle: ?string, conversation: ?int, keeper: ?string, kind?: string} WritingSchema
	 */
	public function writing(Sender $from, Member $to, Topic $topic): array {
		$between = $from->person === null ? null : $this->conversations->about($from->person->ownerId(), $topic);
		return [
			'obstacle' => $this->access->obstacle($from, $to, $topic, $between),
			'conversation' => $between?->id(),
			'keeper' => $topic->masked || $to->getUid() !== null ? null : $this->keeper($to),
		] + (!$topic->masked && $to->isOrganisation() ? ['kind' => $to->kind()->value] : []);
	}

	/**
	 * @param array<string, array<int, array{id: int, title: string}>> $topics what conversations are about, by type and number
	 * @return array<string, mixed>
	 */
	private function summary(Viewer $viewer, TwoPeople $people, array $topics): array {
		$conversation = $people->conversation;
		$side = $people->sideOf($viewer);
		$party = $side === null ? null : $people->party($side);
		$own = $side === null ? null : $people->member($side);
		return [
			'id' => $people->id(),
			'with' => array_map(
				fn (Side $one): array|string|null => $people->isMasked($one) ? 'author' : $this->person($people->known($viewer, $one)),
				$side === null ? Side::cases() : [$side->other()],
			),
			'anonymous' => $side !== null && $people->isMasked($side),
			'for' => $own === null || $own->ownerId() === $viewer->memberId ? null : $this->person($own),
			'about' => isset($topics[$conversation->getAboutType()][$conversation->getAboutId()])
				? ['type' => $conversation->getAboutType()] + $topics[$conversation->getAboutType()][$conversation->getAboutId()]
				: null,
			'state' => $conversation->getState(),
			'unread' => $side !== null && $people->isUnread($side),
			'muted' => $party?->getMuted() === true,
			'reported' => $conversation->isReported(),
			'at' => gmdate(DATE_ATOM, $conversation->getChangedAt()),
		];
	}

	/** @return array<string, mixed> MessageSchema */
	private function message(Viewer $viewer, TwoPeople $people, ?Side $side, Message $message): array {
		$mine = $message->side() === $side;
		$from = $people->known($viewer, $message->side());
		return [
			'id' => (int)$message->getId(),
			'mine' => $mine,
			'from' => $from?->getName() ?? '',
			'author' => $people->isMasked($message->side()),
			'by' => $from === null || $message->getByUid() === null ? null : $this->users->getDisplayName($message->getByUid()),
			'how' => $from === null ? null : $message->getSaidHow(),
			'text' => $this->texts->read($message),
			'introduced' => $message->isIntroduction() ? $this->reasons($viewer, $people, $side) : null,
			'bulk' => $message->getBulkTo(),
			'carried' => $message->isCarried() ? ['how' => $message->getCarriedHow(), 'day' => $message->getCarriedOn()] : null,
			'at' => gmdate(DATE_ATOM, $message->getSentAt()),
			'direct' => $message->getDelivery() === Message::DIRECT,
			'undelivered' => $mine ? $message->undelivered($this->clock->getTime()) : null,
		];
	}

	/** @return list<string> why the two were introduced, of what this reader may see now */
	private function reasons(Viewer $viewer, TwoPeople $people, ?Side $side): array {
		$side ??= Side::From;
		$own = $people->known($viewer, $side);
		$other = $people->known($viewer, $side->other());
		if ($own === null || $other === null) {
			return [];
		}
		$event = new DescribingIntroduction($viewer, $own, $other);
		$this->events->dispatchTyped($event);
		return $event->reasons;
	}

	/** @return ?array<string, mixed> */
	private function person(?Member $member): ?array {
		return $member === null ? null : [
			'id' => $member->ownerId(),
			'uid' => $member->getUid(),
			'name' => $member->getName(),
		] + ($member->getUid() === null ? ['keeper' => $this->keeper($member)] : []);
	}

	/**
	 * A message of the reader's own to many, which stands for all conversations that end with it.
	 *
	 * @param array<string, int> $counts
	 * @return ?array{to: ?string, people: int}
	 */
	private static function bulk(?Message $message, ?Side $side, array $counts): ?array {
		$people = $message?->side() === $side ? $counts[$message?->getBulkKey() ?? ''] ?? 0 : 0;
		return $people < 2 ? null : ['to' => $message?->getBulkTo(), 'people' => $people];
	}

	private function keeper(Member $member): string {
		return $member->getStewardUid() === null ? '' : $this->users->getDisplayName($member->getStewardUid()) ?? '';
	}

	private function excerpt(?Message $message): ?string {
		$text = $message === null || $message->isNote() ? null : $this->texts->read($message);
		return $text === null ? null : Excerpt::of($text, self::EXCERPT);
	}
}
