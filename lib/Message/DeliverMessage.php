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
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJobList;
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
		private readonly IJobList $jobs,
	) {
	}

	public function deliver(Message $message): void {
		$people = $this->conversations->one($message->getConversationId());
		if ($people?->isMasked($message->side()->other()) === true) {
			// Its sender learns nothing of how the author is notified, not even that it failed.
			$this->messages->settle($message, Message::DELIVERED);
			$this->jobs->add(TellAuthorJob::class, (int)$message->getId());
			return;
		}
		$to = $people?->member($message->side()->other());
		$from = $people?->member($message->side());
		// One of the two may have been hidden in the meantime.
		$reaches = $people !== null && $from !== null && $to !== null && $to->isShown() && ($from->isShown() || $people->isMasked($message->side()));
		$this->messages->settle($message, $reaches ? $this->tell($message, $people, $from, $to) : Message::NEITHER);
	}

	/** Notifies an author who stays unnamed of a message for them, if they are there to read it. */
	public function tellAuthor(int $messageId): void {
		$message = $this->messages->findByIds([$messageId])[$messageId] ?? null;
		$people = $message === null ? null : $this->conversations->one($message->getConversationId());
		$to = $people?->member(Side::To);
		$from = $people?->member(Side::From);
		if ($message !== null && $people !== null && $from !== null && $to !== null && $from->isShown() && People::acts($to)) {
			$this->tell($message, $people, $from, $to);
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

	/** @return string the delivery of a Message */
	private function tell(Message $message, TwoPeople $people, Member $from, Member $to): string {
		$accounts = $this->accountsOf($to);
		$by = $people->isMasked($message->side()) ? null : $from;
		// The keeper of a card sees of its person's things what the person does.
		$about = $accounts === [] ? null : $this->topics->title($this->viewers->of($accounts[0]), $people->conversation);
		if ($to->getUid() === null && !$message->isNote() && $this->mailDirectly($message, $people, $by, $to, $about)) {
			return Message::DIRECT;
		}
		if ($people->party($message->side()->other())?->getMuted() === true) {
			return Message::DELIVERED;
		}
		$notified = $mailed = [];
		foreach ($accounts as $uid) {
			$notified[] = $this->notice->tell($people->id(), $uid);
			$user = $this->users->get($uid);
			// That something was passed on is no reason for a mail.
			$mailed[] = $user === null || $message->isNote() || !$this->notice->wantsMails($uid) ? null : $this->mail->send($user, $people, $by, $to, $about, $this->texts->read($message) ?? '');
		}
		// Who has no address is not missed.
		$noMail = in_array(false, $mailed, true) && !in_array(true, $mailed, true);
		return match (true) {
			!in_array(true, $notified, true) => $noMail || !in_array(true, $mailed, true) ? Message::NEITHER : Message::NO_NOTIFICATION,
			$noMail => Message::NO_MAIL,
			default => Message::DELIVERED,
		};
	}

	/** To a person without an account who can be reached by mail; then there is nothing for their keeper to do. */
	private function mailDirectly(Message $message, TwoPeople $people, ?Member $from, Member $to, ?string $about): bool {
		$side = $message->side()->other();
		$link = $this->links->of($people, $side);
		$party = $people->party($side);
		if ($link === null || $party === null || !$this->replies->send($link[0], $link[1], $from, $to, $about, $this->texts->read($message) ?? '')) {
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
