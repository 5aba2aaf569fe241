<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Acceptances;
use OCA\Reseau\Member\People;
use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/**
 * People's acceptances of the network's charter: one per person and version, for all groups. It is required of people in a group or joining one; a
 * charter whose text was withdrawn requires nothing.
 */
class CharterAcceptance {
	use Atomic;

	/** @var array<int, ?array{version: int, date: string}> */
	private array $accepted = [];

	/** @var array{?array{version: int, date: string, text: string}}|null */
	private ?array $current = null;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly People $people,
		private readonly Charters $charters,
		private readonly Acceptances $acceptances,
	) {
	}

	/** @return ?array{version: int, date: string, text: string} the version in force; null: none */
	public function current(): ?array {
		// Called for every group of a list.
		$this->current ??= [$this->charters->current()];
		return ($this->current[0]['text'] ?? '') === '' ? null : $this->current[0];
	}

	/** @return ?array{asked: int} the version this viewer has not accepted yet */
	public function asked(Viewer $viewer): ?array {
		$current = $viewer->memberId === null ? null : $this->current();
		return $current === null || ($this->accepted((int)$viewer->memberId)['version'] ?? 0) === $current['version'] ? null : ['asked' => $current['version']];
	}

	/** @return ?array<string, mixed> MyCharterSchema of src/group/model.ts */
	public function present(Viewer $viewer): ?array {
		$current = $this->current();
		return $current === null ? null : $current + [
			'accepted' => $viewer->memberId === null ? null : $this->accepted($viewer->memberId),
			'asked' => $viewer->groups !== [] && $this->asked($viewer) !== null,
		];
	}

	/**
	 * Records that a person accepts a version, unless they already have.
	 *
	 * @param ?int $version the version they were shown; null: none
	 * @throws ReasonException charter_not_signed with the version in force as `current`
	 */
	public function accept(Member $member, ?int $version, string $how, ?string $byUid): void {
		$current = $this->current();
		if ($current === null) {
			return;
		}
		$this->atomic(function () use ($member, $current, $version, $how, $byUid): void {
			// If it is sent twice at the same moment it is recorded once; for a card that is being erased, not at all.
			$this->people->hold($member->ownerId());
			unset($this->accepted[$member->ownerId()]);
			if ($this->people->byId($member->ownerId()) === null || ($this->accepted($member->ownerId())['version'] ?? 0) === $current['version']) {
				return;
			}
			if ($version !== $current['version']) {
				throw new ReasonException('charter_not_signed', Http::STATUS_CONFLICT, ['current' => $current['version']]);
			}
			$this->acceptances->record($member, $version, $how, $byUid);
			unset($this->accepted[$member->ownerId()]);
		}, $this->db);
	}

	/**
	 * @param array<int, string> $names by id of the card
	 * @return array<string, mixed> AcceptancesSchema
	 */
	public function of(array $names): array {
		$latest = $this->acceptances->latest(array_keys($names));
		return [
			'current' => $this->current()['version'] ?? null,
			'people' => array_map(static fn (int $id, string $name): array => [
				'id' => $id,
				'name' => $name,
				'version' => $latest[$id]['version'] ?? null,
				'date' => $latest[$id]['date'] ?? null,
			], array_keys($names), $names),
		];
	}

	/** @return ?array{version: int, date: string} */
	private function accepted(int $memberId): ?array {
		if (!array_key_exists($memberId, $this->accepted)) {
			$this->accepted[$memberId] = $this->acceptances->latest([$memberId])[$memberId] ?? null;
		}
		return $this->accepted[$memberId];
	}
}
