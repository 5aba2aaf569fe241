<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentWords;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\PersonRefused;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Passes changes of cards on to the subscriptions.
 *
 * @template-implements IEventListener<Event>
 */
class SubscriptionMemberListener implements IEventListener {
	public function __construct(
		private readonly SubscriberRows $rows,
		private readonly SubscriberMapper $subscribers,
		private readonly LetterChoices $choices,
		private readonly Ledger $ledger,
		private readonly WhyWords $why,
		private readonly ConsentWords $words,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->rows->forgetCard($event->memberId),
			$event instanceof MemberMerged => $this->rows->move($event->fromId, $event->intoId),
			$event instanceof PersonRefused => $this->choices->refused($event->hashes, $event->themselves),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('letter', 'The letter was not subscribed to: who wants it says so under “Notifications and emails”.', static fn (mixed $letter): bool => is_array($letter) && isset($letter['wants'])),
			default => null,
		};
	}

	private function export(MemberExporting $event): void {
		$row = $event->uid === null ? $this->subscribers->findByCard($event->memberId) : $this->rows->findOfAccount($event->uid);
		$rows = $event->uid === null ? array_filter([$row]) : $this->rows->allOfAccount($event->uid);
		$consents = $this->ledger->ofSubscribers(array_map(static fn (Subscriber $one): int => $one->id(), $rows));
		$event->add('letter', [
			'wants' => $row?->getState() === null ? null : $row->getState() === Subscriber::ON,
			'why' => $row?->getWhy(),
			'said' => $row?->getSaidOn(),
			'manner' => (string)$row?->getManner(),
			'consents' => array_map(static fn (Consent $consent): array => $consent->exported(), $consents),
		], $this->l->t('The letter'), fn (): array => $row?->getState() === null ? [] : [
			['text' => $row->getState() === Subscriber::ON ? $this->l->t('Gets the letter') : $this->l->t('No longer gets the letter'), 'about' => $this->why->sentence($row)],
			...array_map(fn (Consent $consent): array => [
				'text' => $this->words->what($consent),
				'about' => MemberExporting::line([DateWords::long($this->l, $consent->getGivenOn()), $this->words->how($consent, true)]),
			], $consents),
		]);
	}
}
