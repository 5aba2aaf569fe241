<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Tests\NetworkTestCase;
use OCA\Reseau\Tests\OtherProcess;
use OCP\IDBConnection;

/** Two processes on one file of SQLite: who comes second while the other writes waits, and is not refused. */
class TwoWritersTest extends NetworkTestCase {
	/** How many milliseconds the first goes on writing. */
	private const WRITES_FOR = 150;

	private string $folder;

	private string|false $before;

	protected function setUp(): void {
		$this->folder = sys_get_temp_dir() . '/reseau-two-' . bin2hex(random_bytes(4));
		mkdir($this->folder);
		$this->before = getenv('RESEAU_DSN');
		putenv("RESEAU_DSN=sqlite:///$this->folder/two.sqlite");
		parent::setUp();
	}

	protected function tearDown(): void {
		putenv($this->before === false ? 'RESEAU_DSN' : "RESEAU_DSN=$this->before");
		unset($this->kernel);
		array_map(unlink(...), array_filter(glob("$this->folder/*{,/*}", GLOB_BRACE), is_file(...)));
		array_map(rmdir(...), [...glob("$this->folder/*/*"), ...glob("$this->folder/*"), $this->folder]);
	}

	public function testTheSecondWaits(): void {
		$this->facilitator('fanny');
		$this->account('alice');
		$alice = $this->card('alice', ['name' => 'Alice Vidal']);
		[$one, $two, $three] = array_map(fn (string $name): array => $this->keptCard('fanny', ['name' => $name]), ['Une', 'Deux', 'Trois']);
		$import = $this->data('POST', '/imports', 'fanny', ['hash' => str_repeat('a', 64), 'total' => 2, 'mapping' => '{}', 'answers' => '{}'], 201)['import'];
		$asked = [
			['PUT', '/members/me', 'alice', ['version' => $alice['version'], 'headline' => 'Autre']],
			['PUT', "/members/{$one['id']}", 'fanny', ['version' => $one['version'], 'headline' => 'Autre']],
			['PUT', "/members/{$two['id']}/status", 'fanny', ['version' => $two['version'], 'status' => 'paused']],
			['DELETE', "/members/{$three['id']}", 'fanny', null],
			['POST', "/members/{$one['id']}/claim-link", 'fanny', null],
			['POST', '/imports', 'fanny', ['hash' => str_repeat('b', 64), 'total' => 2, 'mapping' => '{}', 'answers' => '{}']],
			['POST', "/imports/{$import['id']}/rows", 'fanny', ['rows' => [['position' => 1, 'row' => ['name' => 'Yvon Autre']]]]],
			['POST', '/glossary', 'fanny', ['term' => 'panier', 'acronyms' => ['AMAP'], 'synonyms' => [], 'themes' => []]],
		];
		$answers = $this->whileWriting(array_map(static fn (array $one): array => [$one[0], self::API . $one[1], $one[2], $one[3]], $asked));
		foreach ($asked as $n => [$method, $path]) {
			self::assertMatchesRegularExpression('/^20[01] $/', $answers[$n], "$method $path");
		}
	}

	/** The link was good when the second began, and is used up when its turn comes. */
	public function testOneOfTwoConcurrentClaimsSucceeds(): void {
		array_map($this->account(...), ['alice', 'bob']);
		$kept = $this->keptCard('alice', ['name' => 'Sans Compte']);
		$token = basename($this->data('POST', "/members/{$kept['id']}/claim-link", 'alice', [], 201)['url']);
		$usesIt = static fn (IDBConnection $db): int => $db->executeStatement('DELETE FROM `*PREFIX*reseau_claims`');
		self::assertSame(['404 '], $this->whileWriting([['POST', self::API . "/claims/$token", 'bob', ['merge' => false]]], $usesIt));
		self::assertSame('alice', $this->data('GET', "/members/{$kept['id']}", 'alice')['steward']['uid']);
	}

	/**
	 * @param list<array{string, string, string, ?array<string, mixed>}> $asked
	 * @param ?callable(IDBConnection): mixed $writes what this process writes, by default something unimportant
	 * @return list<string> what the other process was answered, each while this one was writing
	 */
	private function whileWriting(array $asked, ?callable $writes = null): array {
		$writes ??= static function (IDBConnection $db): void {
			$qb = $db->getQueryBuilder();
			$qb->update('reseau_members')->set('updated_at', $qb->createNamedParameter(1))->where($qb->expr()->eq('name', $qb->createNamedParameter('Alice Vidal')));
			$qb->executeStatement();
		};
		$db = $this->kernel->get(IDBConnection::class);
		$other = new OtherProcess("$this->folder/state", (string)getenv('RESEAU_DSN'), $this->kernel->clock->getTime());
		$answers = [];
		foreach ($asked as [$method, $path, $uid, $body]) {
			// The card of the account has been read by then, as anything may have been.
			$other->ask('GET', self::API . '/members/me', $uid);
			$other->answer();
			$db->beginTransaction();
			$writes($db);
			$other->ask($method, $path, $uid, $body);
			// It must not have answered by now: who waits for nothing proves nothing.
			$early = $other->hasAnswered(self::WRITES_FOR);
			$db->commit();
			['status' => $status, 'error' => $error] = $other->answer();
			$answers[] = "$status $error" . ($early ? 'too early' : '');
		}
		$other->stop();
		return $answers;
	}
}
