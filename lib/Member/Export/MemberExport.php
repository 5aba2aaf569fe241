<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Export;

use OCA\Reseau\Delivery\Choices;
use OCA\Reseau\Member\Asking\AskConsent;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\SavedSearch\SavedSearches;
use OCA\Reseau\Member\Token\ClaimMapper;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;

/** Everything Réseau holds about a person, for the keeper of their card. */
class MemberExport {
	public function __construct(
		private readonly MemberPresenter $presenter,
		private readonly ConsentMapper $consents,
		private readonly ClaimMapper $claims,
		private readonly SavedSearches $searches,
		private readonly Choices $choices,
		private readonly AskConsent $asking,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return array<string, mixed> MemberExportSchema of src/member/model.ts */
	public function export(Viewer $keeper, Member $member): array {
		$event = new MemberExporting($member->ownerId());
		$this->events->dispatchTyped($event);
		$claim = $this->claims->findOf($member->ownerId());
		return [
			'format' => 'reseau-member-1',
			'exported' => gmdate(DATE_ATOM, $this->clock->getTime()),
			// As it was written, even if the label has changed.
			'member' => array_replace($this->presenter->present($keeper, $member), $member->cardParts()),
			'created' => gmdate(DATE_ATOM, $member->getCreatedAt()),
			'stillTrue' => [
				'asked' => self::moment($member->getAskedAt()),
				'reminded' => self::moment($member->getRemindedAt()),
			],
			'notified' => $member->getUid() === null ? null : $this->choices->present($member->getUid())['choices'],
			'claimLink' => $claim === null ? null : [
				'by' => $claim->getByUid(),
				'expires' => gmdate(DATE_ATOM, $claim->getExpiresAt()),
			],
			'consentLink' => $this->asking->state($member),
			'consents' => array_map(static fn (Consent $consent): array => [
				'what' => $consent->getWhat(),
				'version' => $consent->getVersion() ?? '',
				'how' => $consent->getHow(),
				'date' => $consent->getGivenOn(),
				'by' => $consent->getByUid(),
				'recorded' => gmdate(DATE_ATOM, $consent->getRecordedAt()),
			], $this->consents->findOf($member->ownerId())),
			'searches' => $member->getUid() === null ? [] : $this->searches->of($member->getUid()),
		] + $event->sections();
	}

	private static function moment(?int $time): ?string {
		return $time === null ? null : gmdate(DATE_ATOM, $time);
	}
}
