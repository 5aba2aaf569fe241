<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Member\Card\ErasedMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Settings\NetworkHash;
use OCA\Reseau\Tests\Orphans;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Depends;
use PHPUnit\Framework\Attributes\Group;
use Random\Engine\Mt19937;
use Random\Randomizer;

/**
 * An account that did at random whatever the endpoints let people do, and with which others did the same, is deleted: nothing of ours holds its name,
 * address or uid any more, whatever tables there are by then.
 */
#[Group('databases')]
class AccountGoneTest extends LivedTestCase {
	/** What is kept of a person who left, see docs/administrators: hashes that only this instance can make, so that no import and no list brings them back. */
	private const TOMBSTONES = ['reseau_erased.hash', 'reseau_refusals.hash', 'reseau_subscribers.refused_hash', 'reseau_subscribers.address_hash'];

	/** A word that people chose or wrote is kept here with the number of people who have it, not their names; with 0 until the index is rebuilt. */
	private const WORDS = ['reseau_facet_sums.term'];

	/** @var array<string, string> where something of it stood before it was deleted, of all seeds */
	private static array $met = [];

	/** @return iterable<string, array{int}> */
	public static function seeds(): iterable {
		$seeds = getenv('LEAVING') ?: '1-3';
		[$first, $last] = explode('-', $seeds) + [1 => $seeds];
		foreach (range((int)$first, (int)$last) as $seed) {
			yield "seed $seed" => [$seed];
		}
	}

	#[DataProvider('seeds')]
	public function testNothingIsLeftOfADeletedAccount(int $seed): void {
		$random = new Randomizer(new Mt19937($seed));
		$this->live($random, ucfirst(self::MARK) . ' Nom');
		$traces = $this->traces();
		self::$met += $traces->find();
		match ($random->getInt(0, 4)) {
			0 => $this->data('DELETE', '/members/me', self::UID),
			1 => $this->kernel->get(IUserManager::class)->get(self::UID)->setEnabled(false),
			default => null,
		};

		$this->kernel->get(IUserManager::class)->get(self::UID)->delete();

		self::assertSame([], self::faults($traces->find()), 'at once');
		$this->kernel->runQueued();
		self::assertSame([], self::faults($traces->find()), 'after the jobs that waited');
		self::assertSame([], Orphans::find($this->kernel->get(IDBConnection::class)));
	}

	#[Depends('testNothingIsLeftOfADeletedAccount')]
	public function testTheAccountsDidWhatThereIsToDo(): void {
		$accounts = [];
		foreach ($this->traces()->tables() as $table => $columns) {
			foreach (str_starts_with($table, 'oc_reseau_') ? $columns : [] as $column) {
				if (preg_match('/(?:^|_)uid$|^(?:created|mandate|invited)_by$/', $column) === 1) {
					$accounts[] = substr($table, 3) . ".$column";
				}
			}
		}
		self::assertSame([], array_values(array_diff($accounts, array_keys(self::$met))), 'columns that hold an account, in which these had nothing');
	}

	/** @param array<string, string> $found */
	private static function faults(array $found): array {
		return array_diff_key($found, array_flip([...self::TOMBSTONES, ...self::WORDS]));
	}

	private function traces(): Traces {
		$refusals = $this->kernel->get(Refusals::class);
		$keyed = $this->kernel->get(NetworkHash::class);
		$hashes = ['refused address' => $refusals->hash(self::EMAIL), 'refused telephone' => (string)$refusals->phoneHash(self::PHONE)];
		foreach ([self::UID, ...ErasedMapper::address(self::EMAIL)] as $name) {
			$hashes["erased $name"] = $keyed->of("reseau erased $name");
		}
		foreach ([self::UID, self::EMAIL, 'Prénom ' . ucfirst(self::MARK)] as $plain) {
			foreach (['md5', 'sha1', 'sha256'] as $algorithm) {
				$hashes["$algorithm of $plain"] = hash($algorithm, $plain);
			}
		}
		return new Traces($this->kernel, self::MARK, $hashes);
	}
}
