<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests;

use OCA\Reseau\Integration\Demo\DemoCommand;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Audience;
use OCP\IDBConnection;
use OCP\IGroupManager;
use OCP\IUserManager;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Database;
use Sandbox\Service\Store;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Tester\CommandTester;

/** A sandbox with a small network of its own, asked as over HTTP. */
abstract class NetworkTestCase extends TestCase {
	protected const API = '/ocs/v2.php/apps/reseau/api/v1';

	/** The vocabulary of the network. */
	protected const VOCABULARY = [
		'values' => [['id' => 'ecoute', 'fr' => 'Écoute', 'en' => 'Listening', 'meaning' => 'Laisser finir.']],
		'sectors' => [['id' => 'arts-culture', 'fr' => 'Arts et culture', 'en' => 'Arts']],
		'themes' => [['id' => 'permaculture', 'fr' => 'Permaculture', 'en' => 'Permaculture']],
		'publics' => [['id' => 'enfants', 'fr' => 'Enfants', 'en' => 'Children']],
	];

	protected Kernel $kernel;

	protected function setUp(): void {
		$this->kernel = self::emptyKernel();
		$this->load(self::VOCABULARY);
	}

	/** A sandbox with nothing in it, at noon of the day the demo network was written for. */
	protected static function emptyKernel(): Kernel {
		$kernel = sandbox();
		// The tests ask far more than a person would; SecurityTest checks the limits themselves.
		$kernel->config['ratelimit.protection.enabled'] = false;
		$kernel->clock->stopAt(gmmktime(12, 0, 0, 11, 24, 2026));
		$db = $kernel->get(IDBConnection::class);
		if ($db->getDatabaseProvider() === IDBConnection::PLATFORM_SQLITE) {
			// Rows without an order come in one that nobody may rely on.
			$db->executeStatement('PRAGMA reverse_unordered_selects = true');
		}
		return $kernel;
	}

	/** @param array<array-key, mixed> $data */
	protected function load(array $data): void {
		$report = $this->kernel->get(ImportFile::class)->loadData($data);
		self::assertSame(0, $report->counts()['skipped'], json_encode($report->rows(), JSON_THROW_ON_ERROR));
	}

	/** @return resource a file that holds this */
	protected static function asFile(string $text): mixed {
		$file = fopen('php://temp', 'r+');
		fwrite($file, $text);
		return $file;
	}

	/**
	 * Runs a command as `occ` does; returns its output.
	 *
	 * @param class-string<Command> $command
	 * @param array<string, mixed> $input
	 */
	protected function occ(string $command, array $input = [], int $status = Command::SUCCESS): string {
		$tester = new CommandTester($this->kernel->get($command));
		self::assertSame($status, $tester->execute($input), $tester->getDisplay());
		return $tester->getDisplay();
	}

	/** The demo network with its accounts, as `occ reseau:demo` makes it. */
	protected function demo(): string {
		return $this->occ(DemoCommand::class, ['--create-accounts' => true, '--password' => 'Cordee-2026-oc']);
	}

	/** @param list<string> $groups */
	protected function account(string $uid, array $groups = []): void {
		$this->kernel->createUser($uid, ucfirst($uid), $groups);
	}

	protected function facilitator(string $uid): void {
		$this->account($uid, [Network::FACILITATORS_GROUP]);
	}

	/** Limits the app to one account. */
	protected function enableAppFor(string $uid): void {
		$this->kernel->get(Store::class)->put('appconfig', ['appid' => 'reseau', 'configkey' => 'enabled'], ['configvalue' => '["essai"]']);
		$this->kernel->get(IGroupManager::class)->createGroup('essai')?->addUser($this->kernel->get(IUserManager::class)->get($uid));
	}

	/** The page that an answer leads to, as a browser opens it. */
	protected function followed(Reply $reply): Reply {
		return $reply->status === 303 ? $this->followed($this->kernel->request('GET', $reply->headers['Location'])) : $reply;
	}

	/**
	 * Each link of a mail to a person without an account opens a page for them, and none asks them to log in.
	 *
	 * @param array{to: array<string, string>, plain: string} $mail
	 */
	protected function assertOpenToItsReader(array $mail): void {
		// The accounts of the tests have their name as their address.
		if ($this->kernel->get(IUserManager::class)->get((string)strstr((string)array_key_first($mail['to']), '@', true)) !== null) {
			return;
		}
		preg_match_all('~http://localhost(/[^\s)]+)~', $mail['plain'], $links);
		foreach ($links[1] as $link) {
			$this->kernel->resetLimits();
			$reply = $this->followed($this->kernel->request('GET', $link));
			self::assertSame(200, $reply->status, $link);
			self::assertDoesNotMatchRegularExpression('~/login|<script~', $reply->body, "$link is a page for people without an account");
		}
	}

	/** @param array<string, mixed>|null $body */
	protected function ask(string $method, string $path, ?string $uid, ?array $body = null): Reply {
		return $this->kernel->request($method, self::API . $path, $uid, $body);
	}

	/**
	 * @param array<string, mixed>|null $body
	 * @return mixed the data of an answer that must have this status
	 */
	protected function data(string $method, string $path, ?string $uid, ?array $body = null, int $status = 200): mixed {
		$reply = $this->ask($method, $path, $uid, $body);
		self::assertSame($status, $reply->status, "$method $path by " . ($uid ?? 'nobody') . ': ' . $reply->body . $reply->error);
		return $reply->data();
	}

	/** @param array<string, mixed>|null $body */
	protected function assertRefused(int $status, string $reason, string $method, string $path, ?string $uid, ?array $body = null): array {
		$data = $this->data($method, $path, $uid, $body, $status);
		self::assertSame($reason, $data['error'] ?? null, "$method $path");
		return $data;
	}

	protected static function plainSpaces(string $text): string {
		return strtr($text, ["\u{a0}" => ' ']);
	}

	/** @return int how many statements that read a table a request or a run needs */
	protected function countReads(string $table, callable $work): int {
		$database = $this->kernel->get(IDBConnection::class);
		self::assertInstanceOf(Database::class, $database);
		$reads = 0;
		$database->watch = static function (string $sql) use (&$reads, $table): void {
			$reads += (int)(preg_match("/^SELECT .*$table\\b/s", $sql) === 1);
		};
		try {
			$work();
		} finally {
			$database->watch = null;
		}
		return $reads;
	}

	/**
	 * A published card of the account itself.
	 *
	 * @param array<string, mixed> $parts
	 * @return array<string, mixed> the card as its owner sees it
	 */
	protected function card(string $uid, array $parts = []): array {
		return $this->data('PUT', '/members/me', $uid, $parts + ['version' => 0]);
	}

	/**
	 * A published card kept for a person without an account.
	 *
	 * @param array<string, mixed> $parts
	 * @return array<string, mixed>
	 */
	protected function keptCard(string $steward, array $parts = []): array {
		$card = $this->data('POST', '/members', $steward, $parts + ['name' => 'Sans Compte'], 201);
		$this->data('POST', "/members/{$card['id']}/consent", $steward, ['date' => '2026-11-20', 'how' => 'De vive voix']);
		return $this->data('PUT', "/members/{$card['id']}/status", $steward, ['status' => 'published', 'version' => $card['version']]);
	}

	/**
	 * A group of these members, all active in it.
	 *
	 * @param list<array{id: int}> $cards
	 */
	protected function group(string $id, array ...$cards): void {
		$db = $this->kernel->get(IDBConnection::class);
		foreach ($cards as $card) {
			$qb = $db->getQueryBuilder();
			$qb->update('reseau_members')->set('ref', $qb->createNamedParameter("m{$card['id']}"))
				->where($qb->expr()->eq('id', $qb->createNamedParameter($card['id'])));
			$qb->executeStatement();
		}
		$this->load([[
			'id' => $id,
			'title' => "Groupe $id",
			'purpose' => '',
			'memberships' => array_map(static fn (array $card): array => ['member' => "m{$card['id']}", 'role' => 'membre'], $cards),
		]]);
	}

	/** Number of a group by the name it was loaded under. */
	protected function groupId(string $ref): string {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->select('id')->from('reseau_groups')->where($qb->expr()->eq('ref', $qb->createNamedParameter($ref)));
		return (string)$qb->executeQuery()->fetchOne();
	}

	/** A file of tests/fixtures has this text. A missing one is written, for a person to read and keep. */
	protected static function assertFixture(string $path, string $text): void {
		$file = __DIR__ . "/../fixtures/$path";
		if (!is_file($file)) {
			file_put_contents($file, $text);
			self::fail("Wrote tests/fixtures/$path: read it, and keep it if it is right.");
		}
		self::assertStringEqualsFile($file, $text);
	}

	/** Every part filled, each with a unique word, and its audience. */
	protected static function fullCard(string $mark, Audience $level): array {
		$audience = array_fill_keys(array_column(\OCA\Reseau\Member\Card\Part::cases(), 'value'), $level->value);
		return [
			'name' => "Nom $mark",
			'headline' => "headline-$mark",
			'drives' => "drives-$mark",
			'seeks' => [['text' => "seeks-$mark", 'terms' => ['permaculture']]],
			'offers' => [['text' => "offers-$mark", 'terms' => ['enfants'], 'kind' => 'skill']],
			'skills' => ["skills-$mark"],
			'values' => ["Values-$mark"],
			'sectors' => ['arts-culture'],
			'trades' => ["trades-$mark"],
			'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => 'Limoux']],
			'languages' => ["languages-$mark"],
			'networks' => ["networks-$mark"],
			'organisation' => "organisation-$mark",
			'role' => "role-$mark",
			'availability' => "availability-$mark",
			'limits' => "limits-$mark",
			'contact' => ['email' => "contact-$mark@example.org", 'phone' => "phone-$mark"],
			'audience' => $audience,
		];
	}
}
