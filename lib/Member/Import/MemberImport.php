<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\CardChanges;
use OCA\Reseau\Member\Card\CardKind;
use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;
use OCP\IUserManager;

/**
 * Imports a file of members. Never creates an account; links a card to the account of the same name if the file says the person has one. Never
 * changes a card that a person has edited or taken over since. Importing the same file twice changes nothing.
 */
class MemberImport {
	use Atomic;

	/** Rows of a file that are written in one transaction, for which others wait on SQLite. */
	private const AT_ONCE = 200;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberStore $store,
		private readonly ConsentMapper $consents,
		private readonly InvitationMapper $invitations,
		private readonly StoredReader $stored,
		private readonly Refusals $refusals,
		private readonly CardRules $rules,
		private readonly MemberService $service,
		private readonly IUserManager $users,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param iterable<int, mixed> $file members as in the format of members.json, by their position
	 * @param ImportReport $report gets the outcome of each row
	 */
	public function import(iterable $file, ImportReport $report): void {
		$before = $report->counts();
		$rows = [];
		foreach ($file as $i => $row) {
			$rows[$i] = $row;
			if (count($rows) === self::AT_ONCE) {
				$this->store->together(fn () => $this->rows($rows, $report));
				$rows = [];
			}
		}
		$this->store->together(fn () => $this->rows($rows, $report));
		$counts = $report->counts();
		$written = static fn (array $counts): int => $counts[ImportReport::MADE] + $counts[ImportReport::UPDATED];
		$this->store->settle($written($counts) - $written($before));
	}

	/** @param array<int, mixed> $rows by their position in the file */
	private function rows(array $rows, ImportReport $report): void {
		$named = array_map(static fn (mixed $row): ?array => self::refOf($row) === null ? null : OlderNames::replace($row), $rows);
		$stored = $this->stored->of(array_map(static fn (array $row): array => [$row['id'], $row], array_values(array_filter($named))));
		$new = $seen = $linked = [];
		foreach ($named as $i => $row) {
			if ($row === null) {
				$report->skipped("member $i", 'id_missing');
				continue;
			}
			$ref = $row['id'];
			$account = StoredReader::account($ref, $row) ?? '';
			// Not the state before the other rows were written, and not a card that the database finds by an equivalent name.
			$alone = isset($seen[rtrim($ref)]) || isset($linked[$account]) || ($stored->member($ref)?->getRef() ?? rtrim($ref)) !== $ref;
			[$outcome, $member, $consent] = $alone ? [null, null, null] : $this->plan($ref, $row, $stored);
			if ($outcome?->outcome === ImportReport::MADE) {
				$new[] = [$member, $consent];
			} elseif ($alone || $outcome?->outcome === ImportReport::UPDATED) {
				$this->make($new, null);
				$new = [];
				// Read again: its person may have edited the card meanwhile.
				$outcome = $this->row($ref, $row);
			}
			$seen[rtrim($ref)] = true;
			if ($account !== '') {
				$linked[$account] = true;
			}
			$report->add("member: $ref", $outcome->outcome, trim("$outcome->why $outcome->field"));
		}
		$this->make($new, null);
	}

	/** The name by which a card is recognized; null if it cannot be one. */
	private static function refOf(mixed $row): ?string {
		$ref = is_array($row) ? ($row['id'] ?? null) : null;
		return is_string($ref) && $ref !== '' && mb_strlen($ref) <= 128 ? $ref : null;
	}

	/**
	 * Imports one row, completely or not at all: the only way a file creates a card, in the browser and through occ.
	 *
	 * @param string $ref the name by which the card is recognized
	 * @param array<array-key, mixed> $row a member as in the format of members.json
	 * @param ?string $byUid the account that states how the person consented
	 * @param bool $dry only return what would happen
	 */
	public function row(string $ref, array $row, ?string $byUid = null, bool $dry = false): RowOutcome {
		[$outcome, $member, $consent] = $this->plan($ref, $row, $this->stored->of([[$ref, $row]]));
		if ($dry || $member === null) {
			return $outcome;
		}
		$this->atomic(function () use ($outcome, $member, $consent, $byUid): void {
			if ($outcome->outcome === ImportReport::MADE) {
				$this->make([[$member, $consent]], $byUid);
				return;
			}
			$this->store->update($member);
			if ($member->getUid() !== null) {
				$this->invitations->deleteOf($member->ownerId());
			} elseif ($consent !== null && $this->consents->inForce($member->ownerId()) === null) {
				$this->service->recordConsent($member, $consent['how'], $consent['date'], $byUid);
			}
		}, $this->db);
		return $outcome->of($member->ownerId());
	}

	/**
	 * Stores new cards, with the consents given with them.
	 *
	 * @param list<array{Member, ?array{date: string, how: string}}> $new
	 */
	private function make(array $new, ?string $byUid): void {
		$this->store->insertAll(array_column($new, 0));
		$consents = [];
		foreach ($new as [$member, $consent]) {
			if ($consent !== null && $member->getUid() === null) {
				$consents[] = Consent::of($member->ownerId(), Consent::CARD, null, $consent['how'], $consent['date'], $byUid, $this->clock->getTime());
			}
		}
		$this->consents->insertAll($consents);
	}

	/**
	 * The outcome of a row, without writing anything.
	 *
	 * @param array<array-key, mixed> $row
	 * @return array{RowOutcome, ?Member, ?array{date: string, how: string}} the card to store, if any, and the consent given with it
	 */
	private function plan(string $ref, array $row, Stored $stored): array {
		try {
			return $this->planCard($ref, $row, $stored);
		} catch (ReasonException $e) {
			return [RowOutcome::refused($e), null, null];
		}
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @return array{RowOutcome, ?Member, ?array{date: string, how: string}}
	 * @throws ReasonException
	 */
	private function planCard(string $ref, array $row, Stored $stored): array {
		$found = $stored->member($ref);
		$kind = self::kindOf($row, $found);
		$member = $found ?? new Member();
		$id = $found?->ownerId();
		$hash = hash('sha256', json_encode($row, JSON_THROW_ON_ERROR));
		$account = StoredReader::account($ref, $row);
		if ($account !== null) {
			$kind->requirePerson();
		}
		$uid = $account !== null && $stored->hasAccount($account) ? $account : null;
		$links = $uid !== null && $member->getUid() === null;
		// Refusals are checked first, before anything else in the row.
		if ($uid === null && $member->getUid() === null) {
			$this->refusals->requireNone(StoredReader::contact($row), $member->contactDetails(), $stored->refused);
		}
		if ($found === null && $stored->isErased(...StoredReader::names($ref, $row))) {
			return [RowOutcome::skipped('erased'), null, null];
		}
		if ($found?->getEditedAt() !== null) {
			return [RowOutcome::skipped('edited_since', $id), null, null];
		}
		if ($found?->getImportHash() === $hash && !$links) {
			return [new RowOutcome(ImportReport::UNCHANGED, memberId: $id), null, null];
		}
		if ($links && $stored->isLinked($uid)) {
			return [RowOutcome::skipped('account_has_card', $id), null, null];
		}

		[$changes, $unfit] = $this->check($this->cardOf($row));
		$before = $member->contactDetails();
		$changes->applyTo($member);
		// What the card had stays where the row has nothing that fits.
		$member->writeContactDetails($member->contactDetails() + array_intersect_key($before, array_flip($unfit)));
		$now = $this->clock->getTime();
		$member->setRef($ref);
		$member->setImportHash($hash);
		$member->setUpdatedAt($now);
		$member->setConfirmedAt($this->confirmedOf($row, $now) ?? $member->getConfirmedAt());
		if ($links) {
			$member->setUid($uid);
			$member->setSuspended($this->users->get($uid)?->isEnabled() === false);
			$member->setStewardUid(null);
		}
		$consent = $this->consentOf($row);
		if ($found === null) {
			$member->makeKind($kind);
			$member->setJoined(Input::date($row['joined'] ?? null) ?? $this->service->today());
			$member->setCreatedAt($now);
			$member->setVersion(1);
			$member->setStatus($this->statusOf($row)->value);
		} else {
			$member->setVersion($member->getVersion() + 1);
		}
		if ($member->getUid() === null) {
			$steward = $row['steward'] ?? null;
			$member->setStewardUid(is_string($steward) && $stored->hasAccount($steward) ? $steward : null);
		}
		// Without an account a card is shown once its person has consented; with one, the person can change it themselves.
		$agreed = $member->getUid() !== null || $consent !== null || ($id !== null && $this->consents->inForce($id) !== null);
		if ($member->statusIs(Status::Draft) && $agreed && $this->statusOf($row) === Status::Published) {
			$member->setStatus(Status::Published->value);
		} elseif ($member->statusIs(Status::Published) && !$agreed) {
			$member->setStatus(Status::Draft->value);
		}
		return [new RowOutcome(
			$found === null ? ImportReport::MADE : ImportReport::UPDATED,
			match (true) {
				$unfit !== [] => 'bad_address',
				$member->getUid() === null && ($row['account'] ?? false) === true => 'no_such_account',
				default => '',
			},
			implode(' ', array_map(static fn (string $way): string => "contact.$way", $unfit)),
			memberId: $id,
		), $member, $consent];
	}

	/**
	 * Nobody is left out for an address that cannot be one: the card comes without it, and the report names it.
	 *
	 * @param array<string, mixed> $card
	 * @return array{CardChanges, list<'email'|'website'>} the parts of `contact` that were left out
	 * @throws ReasonException those of CardRules::check()
	 */
	private function check(array $card): array {
		try {
			return [$this->rules->check($card), []];
		} catch (ReasonException $e) {
			$field = (string)($e->details['field'] ?? '');
			$way = substr($field, strlen('contact.'));
			if (!is_array($card['contact'] ?? null) || !in_array($field, ['contact.email', 'contact.website'], true) || !isset($card['contact'][$way])) {
				throw $e;
			}
			unset($card['contact'][$way]);
			[$changes, $unfit] = $this->check($card);
			return [$changes, [$way, ...$unfit]];
		}
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed> what CardRules checks
	 */
	private function cardOf(array $row): array {
		return array_diff_key($row, array_flip(['id', 'kind', 'account', 'uid', 'status', 'steward', 'consent', 'joined', 'confirmed']));
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @throws ReasonException unknown_card_kind · other_kind: the card was made with another kind, which cannot change
	 */
	public static function kindOf(array $row, ?Member $found): CardKind {
		$kind = CardKind::read($row['kind'] ?? null);
		if ($found === null || !isset($row['kind']) || $kind === $found->kind()) {
			return $found?->kind() ?? $kind;
		}
		throw new ReasonException('other_kind', details: ['field' => 'kind']);
	}

	/**
	 * @param array<string, mixed> $row
	 * @throws ReasonException unknown_status
	 */
	private function statusOf(array $row): Status {
		$status = $row['status'] ?? Status::Published->value;
		return (is_string($status) ? Status::tryFrom($status) : null)
			?? throw new ReasonException('unknown_status', details: ['field' => 'status']);
	}

	/**
	 * The day on which a person last confirmed the card, at noon: the same day in every time zone.
	 *
	 * @param array<string, mixed> $row
	 * @throws ReasonException bad_date
	 */
	private function confirmedOf(array $row, int $now): ?int {
		$written = $row['confirmed'] ?? null;
		if ($written === null) {
			return null;
		}
		$date = Input::date($written) ?? throw new ReasonException('bad_date', details: ['field' => 'confirmed']);
		return min((int)strtotime("$date 12:00 UTC"), $now);
	}

	/**
	 * @param array<string, mixed> $row
	 * @return ?array{date: string, how: string}
	 * @throws ReasonException bad_date · wrong_type · too_long · bad_text
	 */
	private function consentOf(array $row): ?array {
		$consent = $row['consent'] ?? null;
		if ($consent === null) {
			return null;
		}
		$date = is_array($consent) ? Input::date($consent['date'] ?? null) : null;
		if ($date === null || $date > $this->service->tomorrow()) {
			throw new ReasonException('bad_date', details: ['field' => 'consent.date']);
		}
		return ['date' => $date, 'how' => Fields::text($consent['how'] ?? '', 'consent.how', CardRules::LIMITS['consentHow'])];
	}
}
