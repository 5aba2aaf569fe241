<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Days;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Applies changes of a card to its conversations. An erased person's messages are deleted; the other person's are kept, until they are erased too.
 *
 * @template-implements IEventListener<Event>
 */
class MessageMemberListener implements IEventListener {
	public function __construct(
		private readonly Conversations $reading,
		private readonly ConversationMapper $conversations,
		private readonly PartyMapper $parties,
		private readonly MessageMapper $messages,
		private readonly MessageText $texts,
		private readonly Topics $topics,
		private readonly Days $days,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('conversations', 'The conversations were not imported: a file could put words into the mouth of the other person. They can be read in it.'),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		$ids = array_map(static fn (TwoPeople $one): int => $one->id(), $this->reading->ofMember($memberId));
		$this->conversations->hold(...$ids);
		foreach ($this->reading->ofMember($memberId) as $people) {
			$stays = false;
			foreach (Side::cases() as $side) {
				$party = $people->party($side);
				if ($party !== null && $party->getMemberId() === $memberId) {
					$this->messages->deleteOf($people->id(), $side);
					$this->parties->delete($party);
				} elseif ($party !== null) {
					$stays = true;
				}
			}
			if (!$stays) {
				$this->messages->deleteOf($people->id());
				$this->conversations->delete($people->conversation);
			}
		}
	}

	private function move(int $from, int $into): void {
		$this->parties->moveMember($from, $into);
		$this->conversations->moveMember($from, $into);
	}

	/** With the names the person, or the keeper of their card, may see. */
	private function export(MemberExporting $event): void {
		$rows = [];
		$lines = [];
		foreach ($this->reading->ofMember($event->memberId) as $people) {
			$side = $people->party(Side::From)?->getMemberId() === $event->memberId ? Side::From : Side::To;
			$other = $people->known($event->viewer, $side->other());
			$about = $this->topics->title($event->viewer, $people->conversation);
			$isMasked = $people->isMasked($side->other());
			$with = $isMasked ? AuthorName::of($this->l, $about) : $other?->getName() ?? '';
			$messages = $this->messages->findOf($people->id());
			$rows[] = [
				'with' => $with,
				'anonymous' => $people->isMasked($side),
				'about' => $about ?? '',
				'state' => $people->conversation->getState(),
				'muted' => $people->party($side)?->getMuted() === true,
				'reported' => $people->conversation->isReported(),
				'messages' => array_map(fn (Message $message): array => [
					'mine' => $message->side() === $side,
					'text' => $this->texts->read($message) ?? '',
					// Only people without an account have recorded messages: this would be revealed about an author who stays unnamed.
					'how' => $people->isMasked($message->side()) && $message->side() !== $side ? null : $message->getSaidHow(),
					'bulk' => $message->getBulkTo(),
					'carried' => $message->isNote() ? ['how' => $message->getCarriedHow(), 'day' => $message->getCarriedOn()] : null,
					'at' => gmdate(DATE_ATOM, $message->getSentAt()),
				], $messages),
			];
			$lines[] = fn (): array => [
				'text' => implode(' · ', array_filter([$this->heading($isMasked, $with, $about), (string)$about === '' ? '' : $this->l->t('About “%s”', [$about])])),
				'about' => $this->texts($with === '' ? $this->l->t('A person whose card is no longer shown') : $with, $side, $messages),
			];
		}
		$event->add('conversations', $rows, $this->l->t('Messages'), static fn (): array => array_map(static fn (callable $line): array => $line(), $lines));
	}

	/**
	 * The heading of a conversation, as a sentence: other languages use other words for a person without a name here.
	 *
	 * @param string $with their name; empty: not known
	 */
	private function heading(bool $isMasked, string $with, ?string $about): string {
		return match (true) {
			$isMasked => $about === null ? $this->l->t('With an anonymous author') : $this->l->t('With the author of “%s”', [$about]),
			$with === '' => $this->l->t('With a person whose card is no longer shown'),
			default => $this->l->t('With %s', [$with]),
		};
	}

	/** @param list<Message> $messages */
	private function texts(string $with, Side $side, array $messages): string {
		return implode("\n\n", array_map(fn (Message $message): string => $this->l->t('%1$s, on %2$s', [
			$message->side() === $side ? $this->l->t('The person') : $with,
			DateWords::long($this->l, $this->days->of($message->getSentAt())),
		]) . "\n" . ($message->isNote() ? $this->l->t('passed on') : $this->texts->read($message) ?? ''), $messages));
	}
}
