<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Accounts;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJobList;

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
		private readonly MessageNotifications $notifications,
		private readonly MessageMail $mail,
		private readonly ReplyLinks $links,
		private readonly ReplyMail $replies,
		private readonly PartyMapper $parties,
		private readonly MessageLimits $limits,
		private readonly Topics $topics,
		private readonly Viewers $viewers,
		private readonly Network $network,
		private readonly Accounts $accounts,
		private readonly ITimeFactory $clock,
		private readonly IJobList $jobs,
	) {
	}

	/**
	 * @param Message ...$messages one, or those of one text that go to the same accounts (together()): who keeps several cards gets one mail
	 */
	public function deliver(Message ...$messages): void {
		$left = [];
		foreach ($messages as $message) {
			$people = $this->conversations->one($message->getConversationId());
			if ($people?->isMasked($message->side()->other()) === true) {
				// Its sender learns nothing of how the author is notified, not even that it failed.
				$this->messages->settle($message, Message::DELIVERED);
				$this->jobs->add(TellAuthorJob::class, (int)$message->getId());
				continue;
			}
			$to = $people?->member($message->side()->other());
			$from = $people?->member($message->side());
			// One of the two may have been hidden in the meantime.
			if ($people === null || $from === null || $to === null || !$to->isShown() || !($from->isShown() || $people->isMasked($message->side()))) {
				$this->messages->settle($message, Message::NEITHER);
				continue;
			}
			$delivery = $this->delivery($message, $people, $from, $to);
			if ($to->getUid() === null && !$message->isNote() && $this->mailDirectly($people, $delivery)) {
				$this->messages->settle($message, Message::DIRECT);
			} elseif ($people->party($message->side()->other())?->getMuted() === true) {
				$this->messages->settle($message, Message::DELIVERED);
			} else {
				$left[] = $delivery;
			}
		}
		foreach ($left === [] ? [] : $this->tell($left) as $at => $result) {
			$this->messages->settle($left[$at]->message, $result);
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

	/** Notifies an author who stays unnamed of a message for them, if they are there to read it. */
	public function tellAuthor(int $messageId): void {
		$message = $this->messages->findByIds([$messageId])[$messageId] ?? null;
		$people = $message === null ? null : $this->conversations->one($message->getConversationId());
		$to = $people?->member(Side::To);
		$from = $people?->member(Side::From);
		$muted = $people?->party(Side::To)?->getMuted() === true;
		if ($message !== null && $people !== null && $from !== null && $to !== null && $from->isShown() && People::acts($to) && !$muted) {
			$this->tell([$this->delivery($message, $people, $from, $to)]);
		}
	}

	/**
	 * Tries again what failed; does nothing if nothing did.
	 *
	 * @throws ReasonException not_found · other_hidden · author_gone · enough_messages · enough_messages_today
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
		$unnamed = $people->isMasked($side->other());
		if ($other === null || !($unnamed || $other->isShown())) {
			throw new ReasonException($unnamed ? 'author_gone' : 'other_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$this->limits->countAnswer($people, $side->other());
		if ($this->messages->retry($message, $this->clock->getTime())) {
			$this->deliver($message);
		}
	}

	/**
	 * @param non-empty-list<Delivery> $deliveries to the same accounts
	 * @return non-empty-list<string> what became of each: the delivery of a Message
	 */
	private function tell(array $deliveries): array {
		$notified = $mailed = [];
		foreach ($this->accountsOf($deliveries[0]->to) as $uid) {
			foreach ($deliveries as $delivery) {
				$notified[$delivery->message->getConversationId()][] = $this->notifications->tell($delivery->message->getConversationId(), $uid);
			}
			$user = $this->accounts->active($uid);
			// That something was passed on is no reason for a mail.
			$mails = $user !== null && !$deliveries[0]->message->isNote() && $this->notifications->wantsMails($uid);
			$mailed[] = $mails ? $this->mail->send($user, $deliveries, $this->texts->read($deliveries[0]->message) ?? '') : null;
		}
		// Who has no address is not missed.
		$noMail = in_array(false, $mailed, true) && !in_array(true, $mailed, true);
		return array_map(static fn (Delivery $delivery): string => match (true) {
			!in_array(true, $notified[$delivery->message->getConversationId()] ?? [], true) => $noMail || !in_array(true, $mailed, true) ? Message::NEITHER : Message::NO_NOTIFICATION,
			$noMail => Message::NO_MAIL,
			default => Message::DELIVERED,
		}, $deliveries);
	}

	private function delivery(Message $message, TwoPeople $people, Member $from, Member $to): Delivery {
		$accounts = $this->accountsOf($to);
		// The keeper of a card sees of its person's things what the person does.
		$about = $accounts === [] ? null : $this->topics->title($this->viewers->of($accounts[0]), $people->conversation);
		return new Delivery($message, $people->isMasked($message->side()) ? null : $from, $to, $about, $people->isMasked($message->side()->other()));
	}

	/** To a person without an account who can be reached by mail; then there is nothing for their keeper to do. */
	private function mailDirectly(TwoPeople $people, Delivery $delivery): bool {
		$message = $delivery->message;
		$side = $message->side()->other();
		$link = $this->links->of($people, $side);
		$party = $people->party($side);
		if ($link === null || $party === null || !$this->replies->send($link[0], $link[1], $delivery, $this->texts->read($message) ?? '')) {
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
