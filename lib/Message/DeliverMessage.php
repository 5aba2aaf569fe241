<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IUserManager;

/**
 * Tells a person of a message, by notification and by mail; for a person without an account it tells the keeper of their card. The message is already in
 * the conversation: what fails here is remembered with it, for its sender.
 */
class DeliverMessage {
	public function __construct(
		private readonly Conversations $conversations,
		private readonly MessageAccess $access,
		private readonly MessageMapper $messages,
		private readonly MessageText $texts,
		private readonly MessageNotice $notice,
		private readonly MessageMail $mail,
		private readonly ReplyLinks $links,
		private readonly ReplyMail $replies,
		private readonly PartyMapper $parties,
		private readonly MessageLimits $limits,
		private readonly Topics $topics,
		private readonly Viewers $viewers,
		private readonly Network $network,
		private readonly IUserManager $users,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param Message ...$messages one, or those of one text that go to the same accounts (together()): who keeps several cards gets one mail
	 */
	public function deliver(Message ...$messages): void {
		$left = [];
		foreach ($messages as $message) {
			$people = $this->conversations->one($message->getConversationId());
			$to = $people?->member($message->side()->other());
			$from = $people?->member($message->side());
			// One of the two may have been hidden in the meantime.
			if ($people === null || $from === null || $to === null || !$from->isShown() || !$to->isShown()) {
				$this->messages->settle($message, Message::NEITHER);
				continue;
			}
			$accounts = $this->accountsOf($to);
			// The keeper of a card sees of its person's things what the person does.
			$about = $accounts === [] ? null : $this->topics->title($this->viewers->of($accounts[0]), $people->conversation);
			if ($to->getUid() === null && !$message->isNote() && $this->mailDirectly($message, $people, $from, $to, $about)) {
				$this->messages->settle($message, Message::DIRECT);
			} elseif ($people->party($message->side()->other())?->getMuted() === true) {
				$this->messages->settle($message, Message::DELIVERED);
			} else {
				$left[] = new Delivery($message, $from, $to, $about);
			}
		}
		if ($left !== []) {
			$this->tell($this->accountsOf($left[0]->to), $left);
		}
	}

	/**
	 * @param list<Message> $messages
	 * @return list<list<Message>> those that go to the same accounts together
	 */
	public function together(array $messages): array {
		$conversations = [];
		foreach ($this->conversations->some(array_map(static fn (Message $message): int => $message->getConversationId(), $messages)) as $people) {
			$conversations[$people->id()] = $people;
		}
		$together = [];
		foreach ($messages as $message) {
			$to = ($conversations[$message->getConversationId()] ?? null)?->member($message->side()->other());
			$together[$to === null ? '' : implode("\n", $this->accountsOf($to))][] = $message;
		}
		return array_values($together);
	}

	/**
	 * Tries again what failed; does nothing if nothing did.
	 *
	 * @throws ReasonException not_found · other_hidden · enough_messages · enough_messages_today
	 */
	public function again(Viewer $viewer, int $conversationId, int $messageId): void {
		[$people, $side] = $this->access->own($viewer, $conversationId);
		$message = $this->messages->findByIds([$messageId])[$messageId] ?? null;
		if ($message === null || $message->getConversationId() !== $people->id() || $message->side() !== $side) {
			throw ReasonException::notFound();
		}
		if ($message->undelivered($this->clock->getTime()) === null) {
			return;
		}
		$other = $people->member($side->other());
		if ($other === null || !$other->isShown()) {
			throw new ReasonException('other_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$this->limits->countMessage($other->ownerId());
		if ($this->messages->retry($message, $this->clock->getTime())) {
			$this->deliver($message);
		}
	}

	/**
	 * @param list<string> $accounts
	 * @param non-empty-list<Delivery> $deliveries
	 */
	private function tell(array $accounts, array $deliveries): void {
		$notified = $mailed = [];
		foreach ($accounts as $uid) {
			foreach ($deliveries as $delivery) {
				$notified[$delivery->message->getConversationId()][] = $this->notice->tell($delivery->message->getConversationId(), $uid);
			}
			$user = $this->users->get($uid);
			// That something was passed on is no reason for a mail.
			$mails = $user !== null && !$deliveries[0]->message->isNote() && $this->notice->wantsMails($uid);
			$mailed[] = $mails ? $this->mail->send($user, $deliveries, $this->texts->read($deliveries[0]->message) ?? '') : null;
		}
		// Who has no address is not missed.
		$noMail = in_array(false, $mailed, true) && !in_array(true, $mailed, true);
		foreach ($deliveries as $delivery) {
			$this->messages->settle($delivery->message, match (true) {
				!in_array(true, $notified[$delivery->message->getConversationId()] ?? [], true) => $noMail || !in_array(true, $mailed, true) ? Message::NEITHER : Message::NO_NOTIFICATION,
				$noMail => Message::NO_MAIL,
				default => Message::DELIVERED,
			});
		}
	}

	/** To a person without an account who can be reached by mail; then there is nothing for their keeper to do. */
	private function mailDirectly(Message $message, TwoPeople $people, Member $from, Member $to, ?string $about): bool {
		$side = $message->side()->other();
		$link = $this->links->of($people, $side);
		$party = $people->party($side);
		if ($link === null || $party === null || !$this->replies->send($link[0], $link[1], new Delivery($message, $from, $to, $about), $this->texts->read($message) ?? '')) {
			return false;
		}
		$this->parties->markRead($party, (int)$message->getId());
		return true;
	}

	/** @return list<string> whom a message for a person goes to */
	private function accountsOf(Member $member): array {
		$uid = $member->getUid();
		return $uid === null ? $this->network->keepers($member->getStewardUid()) : [$uid];
	}
}
