<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Export;

use OCA\Reseau\Delivery\Choices;
use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\KindWords;
use OCA\Reseau\Member\Asking\AskConsent;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\ConsentWords;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\SavedSearch\SavedSearches;
use OCA\Reseau\Member\Token\ClaimMapper;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IL10N;

/** Everything Réseau holds about a person, for the keeper of their card or for their account: as data, and as a page to read. Both are made together. */
class MemberExport {
	/** Version of the format `reseau-member-…`; ImportCard, AccountImport and the listeners of AccountImporting read this version and earlier ones. */
	public const VERSION = 1;

	public function __construct(
		private readonly MemberPresenter $presenter,
		private readonly MemberMapper $members,
		private readonly ConsentMapper $consents,
		private readonly ConsentWords $words,
		private readonly ClaimMapper $claims,
		private readonly SavedSearches $searches,
		private readonly Choices $choices,
		private readonly KindWords $kinds,
		private readonly AskConsent $asking,
		private readonly Vocabulary $vocabulary,
		private readonly ExportPage $page,
		private readonly Viewers $viewers,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
		private readonly IL10N $l,
	) {
	}

	/** @return array<string, mixed> MemberExportSchema of src/member/export/model.ts */
	public function export(Viewer $keeper, Member $member): array {
		return $this->data($member, $this->collect($keeper, $member, $member->getUid()));
	}

	/** The export as a whole document, without the parts that only programs need. */
	public function page(Viewer $keeper, Member $member): string {
		return $this->page->document($keeper, $this->card($keeper, $member), $member->getName(), $this->collect($keeper, $member, $member->getUid())->readable());
	}

	/** @return array{data: array<string, mixed>, page: string} of an account, which may have no card: then `member`, `created` and the other fields of the card are null */
	public function ofAccount(string $uid, string $name): array {
		$viewer = $this->viewers->of($uid);
		$member = $this->members->findByUid($uid);
		$found = $this->collect($viewer, $member, $uid);
		$card = $member === null ? null : $this->card($viewer, $member);
		return ['data' => $this->data($member, $found), 'page' => $this->page->document($viewer, $card, $member?->getName() ?? $name, $found->readable())];
	}

	/** The data of all domains. */
	private function collect(Viewer $viewer, ?Member $member, ?string $uid): MemberExporting {
		$event = new MemberExporting($member?->ownerId() ?? 0, $viewer, $uid);
		$this->addOwn($event, $member);
		$this->events->dispatchTyped($event);
		$this->addChoices($event);
		return $event;
	}

	/** @return array<string, mixed> */
	private function data(?Member $member, MemberExporting $found): array {
		$claim = $member === null ? null : $this->claims->findOf($member->ownerId());
		return [
			'format' => 'reseau-member-' . self::VERSION,
			'exported' => gmdate(DATE_ATOM, $this->clock->getTime()),
			'member' => $member === null ? null : $this->card($found->viewer, $member),
			'created' => self::moment($member?->getCreatedAt()),
			'stillTrue' => [
				'asked' => self::moment($member?->getAskedAt()),
				'reminded' => self::moment($member?->getRemindedAt()),
			],
			'notified' => $found->sections()['notified'] ?? null,
			'claimLink' => $claim === null ? null : [
				'by' => $claim->getByUid(),
				'expires' => gmdate(DATE_ATOM, $claim->getExpiresAt()),
			],
			'consentLink' => $member === null ? null : $this->asking->state($member),
		] + $found->sections();
	}

	/** @return array<string, mixed> as it was written, even if a label has changed */
	private function card(Viewer $viewer, Member $member): array {
		return array_replace($this->presenter->present($viewer, $member), $member->cardParts());
	}

	/** What this domain holds in addition to the card. */
	private function addOwn(MemberExporting $event, ?Member $member): void {
		$consents = $member === null ? [] : $this->consents->findOf($member->ownerId());
		$event->add('consents', array_map(static fn (Consent $consent): array => $consent->exported(), $consents), $this->l->t('Agreements'), function () use ($event, $consents): array {
			$names = $this->words->names($event->viewer, $consents);
			return array_map(fn (Consent $consent): array => [
				'text' => $this->words->what($consent, $names->of($consent)),
				'about' => MemberExporting::line([DateWords::long($this->l, $consent->getGivenOn()), $this->words->how($consent, $event->uid !== null)]),
			], $consents);
		});
		$searches = $event->uid === null ? [] : $this->searches->of($event->uid);
		$event->add('searches', $searches, $this->l->t('Saved searches'), fn (): array => array_map($this->search(...), $searches));
	}

	private function addChoices(MemberExporting $event): void {
		$uid = $event->uid;
		if ($uid !== null) {
			$event->add('notified', $this->choices->present($uid)['choices'], $this->l->t('Notifications and emails'), fn (): array => array_map(fn (Kind $kind): array => [
				'text' => $this->kinds->of($kind),
				'about' => $this->kinds->timing($this->choices->of($uid, $kind)),
			], Kind::cases()));
		}
	}

	/**
	 * @param array<string, mixed> $search
	 * @return array{text: string, about: string}
	 */
	private function search(array $search): array {
		$labels = $this->vocabulary->labelsById($this->l->getLanguageCode());
		$terms = array_merge(...array_values((array)$search['facet']), ...[[]]);
		return ['text' => $search['name'], 'about' => MemberExporting::line([$search['q'], ...array_map(static fn (string $term): string => $labels[$term] ?? $term, $terms)])];
	}

	private static function moment(?int $time): ?string {
		return $time === null ? null : gmdate(DATE_ATOM, $time);
	}
}
