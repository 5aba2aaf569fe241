<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Event\DescribingIntroduction;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;

/** Conversations as their reader may see them: the only way they leave the server. A person whose card is not shown any more is not named. */
class MessagePresenter {
	/** Characters of the last message in a list. */
	private const EXCERPT = 140;

	public function __construct(
		private readonly MessageAccess $access,
		private readonly MessageMapper $messages,
		private readonly MessageText $texts,
		private readonly People $people,
		private readonly IUserManager $users,
		private readonly ITimeFactory $clock,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param list<TwoPeople> $conversations
	 * @return array<string, mixed> ConversationPageSchema of src/message/model.ts
	 */
	public function page(Viewer $viewer, array $conversations, ?string $next): array {
		$last = $this->messages->findByIds(array_map(static fn (TwoPeople $one): int => $one->conversation->getLastId(), $conversations));
		$about = $this->abouts($conversations);
		return [
			'conversations' => array_map(fn (TwoPeople $one): array => $this->summary($viewer, $one, $about) + [
				'last' => $this->excerpt($last[$one->conversation->getLastId()] ?? null),
			], $conversations),
			'next' => $next,
		];
	}

	/** @return array<string, mixed> ConversationSchema */
	public function present(Viewer $viewer, TwoPeople $people): array {
		$side = $people->sideOf($viewer);
		return $this->summary($viewer, $people, $this->abouts([$people])) + [
			'messages' => array_map(fn (Message $message): array => $this->message($viewer, $people, $side, $message), $this->messages->findOf($people->id())),
			'pause' => $side === null ? null : $this->access->pause($viewer, $people, $side),
			'can' => $this->access->can($viewer, $people, $side),
		];
	}

	/**
	 * Whether a viewer may write to a person they may see.
	 *
	 * @return array{obstacle: ?string, conversation: ?int, keeper: ?string} WritingSchema
	 */
	public function writing(Viewer $viewer, Member $to, ?TwoPeople $between): array {
		return [
			'obstacle' => $this->access->obstacle($viewer, $to, $between),
			'conversation' => $between?->id(),
			'keeper' => $to->getUid() === null ? $this->keeper($to) : null,
		];
	}

	/**
	 * @param array<int, Member> $about people that conversations are about
	 * @return array<string, mixed>
	 */
	private function summary(Viewer $viewer, TwoPeople $people, array $about): array {
		$conversation = $people->conversation;
		$side = $people->sideOf($viewer);
		$party = $side === null ? null : $people->party($side);
		$own = $side === null ? null : $people->member($side);
		return [
			'id' => $people->id(),
			'with' => array_map(fn (Side $one): ?array => $this->person($people->known($viewer, $one)), $side === null ? Side::cases() : [$side->other()]),
			'for' => $own === null || $own->ownerId() === $viewer->memberId ? null : $this->person($own),
			'about' => $this->about($viewer, $about[$conversation->getAboutId()] ?? null),
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
			'by' => $from === null || $message->getByUid() === null ? null : $this->users->getDisplayName($message->getByUid()),
			'text' => $this->texts->read($message),
			'introduced' => $message->isIntroduction() ? $this->reasons($viewer, $people, $side) : null,
			'carried' => $message->isNote() && !$message->isIntroduction() ? ['how' => $message->getCarriedHow(), 'day' => $message->getCarriedOn()] : null,
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

	/** @return ?array{type: string, id: int, title: string} */
	private function about(Viewer $viewer, ?Member $member): ?array {
		return $member === null || !People::knows($viewer, $member)
			? null
			: ['type' => Conversation::MEMBER, 'id' => $member->ownerId(), 'title' => $member->getName()];
	}

	/**
	 * @param list<TwoPeople> $conversations
	 * @return array<int, Member>
	 */
	private function abouts(array $conversations): array {
		return $this->people->briefly(array_map(static fn (TwoPeople $one): int => $one->conversation->getAboutId(), $conversations));
	}

	private function keeper(Member $member): string {
		return $member->getStewardUid() === null ? '' : $this->users->getDisplayName($member->getStewardUid()) ?? '';
	}

	private function excerpt(?Message $message): ?string {
		$text = $message === null || $message->isNote() ? null : $this->texts->read($message);
		$line = $text === null ? null : trim((string)preg_replace('/\s+/u', ' ', $text));
		return $line === null || mb_strlen($line) <= self::EXCERPT ? $line : rtrim(mb_substr($line, 0, self::EXCERPT)) . '…';
	}
}
