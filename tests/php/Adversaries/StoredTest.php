<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use Doctrine\DBAL\Types\TextType;
use OCA\Reseau\Tests\Group\GroupTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Service\Deck;
use Sandbox\Service\Teams;
use Sandbox\Service\Tree;

/**
 * Stored by one, run by another: whatever is stored and later carried out is filled by each account with the numbers and paths of Odile's private things,
 * and then carried out by each other account and by the jobs. Odile's things stay as they are, and what another stored is nowhere called their own.
 *
 * The list is derived: every text column of our tables and every job is either here or listed as words that are only read.
 */
final class StoredTest extends GroupTestCase {
	/** What is carried out later, by its filling below; columns of the tables, and jobs with what they act on. */
	private const RUN = [
		'making' => ['reseau_groups.folder_path', 'reseau_groups.making_note', 'TeamsJob', 'CatchUpJob'],
		'ordinary' => ['reseau_group_minutes.plan'],
		'minutes' => ['reseau_minutes.plan'],
		'draft' => ['reseau_min_drafts.name', 'reseau_min_drafts.content', 'DeleteExpired'],
		'import' => ['reseau_imports.mapping', 'reseau_imports.answers', 'reseau_import_rows.earlier'],
		'models' => ['reseau_board_models.models'],
		'search' => ['reseau_searches.criteria', 'DailyMailJob', 'StillTrueJob'],
		'letter' => ['reseau_letters.editorial', 'reseau_letters.picture', 'reseau_letters.picture_alt', 'reseau_letter_items.text', 'LetterJob'],
		'sheet' => ['reseau_sheets.words', 'reseau_sheets.path', 'reseau_sheets.writer', 'reseau_link_titles.title', 'reseau_link_titles.path'],
		'notice' => ['reseau_notices.text', 'NoticesJob', 'PublishJob'],
		'meeting' => ['reseau_meetings.place', 'reseau_meetings.agenda', 'MeetingsJob'],
		'message' => ['reseau_messages.text', 'BulkJob', 'TellAuthorJob'],
		'membership' => ['reseau_memberships.commitment', 'reseau_memberships.limits', 'reseau_memberships.exit_note', 'EngagementsJob', 'IntroductionsJob'],
	];

	/** Words and choices that are only read, and secrets: nothing is done with them. */
	private const READ = [
		'reseau_asks.data', 'reseau_calls.note', 'reseau_charters.text', 'reseau_consents.how', 'reseau_daily_mails.token', 'reseau_enquiries.answer', 'reseau_enquiries.data',
		'reseau_evaluations.answers', 'reseau_evaluations.standpoint', 'reseau_feeds.token', 'reseau_groups.channel', 'reseau_groups.mandate', 'reseau_groups.purpose', 'reseau_groups.seeks',
		'reseau_groups.terms', 'reseau_groups.territories', 'reseau_introductions.words', 'reseau_members.audience', 'reseau_members.card', 'reseau_members.contact', 'reseau_notices.free',
		'reseau_notices.from_text', 'reseau_notices.outcome', 'reseau_notices.terms', 'reseau_notices.territories', 'reseau_parties.token', 'reseau_passed_notices.token', 'reseau_session_people.name',
		'reseau_session_rows.terms', 'reseau_session_rows.text', 'reseau_signatures.data', 'reseau_signatures.note', 'reseau_subscribers.address', 'reseau_subscribers.manner', 'reseau_subscribers.token',
		'reseau_terms.data',
	];

	/** Two facilitators of the group, a member of it, a facilitator of the network, an administrator. */
	private const ACCOUNTS = ['odile', 'linh', 'yamina', 'nadege', 'admin'];

	private const HASH = 'aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44';

	/** @var list<string> */
	private array $refused = [];
	private int $board = 0;
	private int $private = 0;
	private int $file = 0;
	private string $team = '';

	protected function setUp(): void {
		parent::setUp();
		$this->account('admin', ['admin']);
		$this->finish();
		foreach (['linh', 'yamina'] as $uid) {
			$this->comeIn($uid);
		}
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
		$this->board = $this->board('odile');
		$deck = $this->kernel->get(Deck::class);
		$deck->createCard($deck->createStack($this->board, 'Privé', 0)['id'], ['title' => 'À moi']);
		$tree = $this->kernel->get(Tree::class);
		[$this->private] = $tree->make('odile', '/Prive', null);
		[$this->file] = $tree->make('odile', '/Prive/x.md', 'Secret');
		$this->team = $this->kernel->get(Teams::class)->create('Famille', 'odile');
		// She lets Linh do almost everything in her team.
		$member = $this->kernel->get(Teams::class)->add($this->team, 'linh', 'odile');
		$this->kernel->get(Teams::class)->setLevel($this->team, $member['member'], Teams::ADMIN, 'odile');
		$this->folder('Eau');
	}

	public function testEveryTextAndEveryJobIsInOneOfTheLists(): void {
		$schema = $this->kernel->get(IDBConnection::class)->doctrine->createSchemaManager();
		$found = [];
		foreach ($schema->listTableNames() as $table) {
			foreach (preg_match('/^oc_reseau_/', $table) === 1 ? $schema->listTableColumns($table) : [] as $column) {
				if ($column->getType() instanceof TextType) {
					$found[] = substr($table, 3) . '.' . $column->getName();
				}
			}
		}
		foreach (['', '/*', '/*/*'] as $depth) {
			foreach (glob(dirname(__DIR__, 3) . "/lib$depth/*Job.php") + glob(dirname(__DIR__, 3) . "/lib$depth/DeleteExpired.php") as $file) {
				preg_match('/^class (\w+) extends (?:Queued|Timed|Periodic)Job\b/m', (string)file_get_contents($file), $class);
				$found[] = $class[1] ?? '';
			}
			foreach (glob(dirname(__DIR__, 3) . "/lib$depth/DeleteExpired.php") as $file) {
				$found[] = basename($file, '.php');
			}
		}
		$found = array_values(array_unique(array_filter($found)));
		sort($found);
		$known = [...array_merge(...array_values(self::RUN)), ...self::READ];
		sort($known);
		self::assertSame($known, $found, 'fill it in StoredTest, or say that it is only read');
	}

	/** @return iterable<string, array{string}> */
	public static function fillings(): iterable {
		foreach (array_keys(self::RUN) as $filling) {
			yield $filling => [$filling];
		}
	}

	#[DataProvider('fillings')]
	public function testWhatOneStoresTouchesNothingOfAnothersWhenOthersRunIt(string $filling): void {
		$before = $this->belongings();
		$stored = 0;
		foreach (self::ACCOUNTS as $author) {
			// What Odile stores herself is hers: her own private board is the only one that a server could take for a group's.
			foreach ($author === 'odile' ? [] : $this->requests($filling, $author) as $request) {
				$stored += $this->send($author, ...$request) < 300 && !str_contains($request[1], '/lease') ? 1 : 0;
			}
			foreach (array_diff(self::ACCOUNTS, [$author]) as $runner) {
				foreach ($this->runs($filling, $runner) as $request) {
					$this->send($runner, ...$request);
				}
				$this->assertNothingIsTakenForTheirs($author, $runner);
			}
			foreach (preg_grep('/Job$|^DeleteExpired$/', self::RUN[$filling]) as $job) {
				$this->runJobNamed($job);
			}
			$this->kernel->runQueued();
			self::assertSame($before, $this->belongings(), "$filling by $author");
		}
		self::assertGreaterThan(0, $stored, "nothing could be stored, so nothing was tried: " . implode(" ", $this->refused));
	}

	/** @return list<array{string, string, ?array<string, mixed>}> method, path and body of what an account stores */
	private function requests(string $filling, string $uid): array {
		$path = '../Prive/x.md';
		$made = ['id' => "n$this->file", 'etag' => 'n' . $this->kernel->get(Tree::class)->find('odile', '/Prive/x.md')['etag'], 'sheet' => null];
		$ordinary = ['cards' => [['title' => $path, 'made' => ['id' => 'n1', 'at' => 'n9999999999']]], 'file' => ['name' => 'x.md', 'text' => '', 'made' => $made]];
		$group = "/groups/$this->group";
		return match ($filling) {
			'making' => [
				['POST', "$group/making/lease", ['runner' => 'r']],
				...array_map(static fn (array $saved): array => ['PUT', "$group/making", ['runner' => 'r'] + $saved], [
					['boardId' => $this->board], ['folderId' => $this->private, 'folderPath' => '/Prive'], ['folderPath' => "/Réseau commun/$path"], ['teamId' => $this->team],
					['step' => 'board', 'note' => 'sharing:failed:server folder:failed:server'],
				]),
				['DELETE', "$group/making/lease?runner=r", null],
			],
			'ordinary' => array_map(static fn (array $plan): array => ['POST', "$group/minutes", ['hash' => hash('sha256', $uid . json_encode($plan)), 'title' => 'CR', 'plan' => json_encode($plan)]], [
				$ordinary, ['file' => ['name' => $path, 'text' => 'x']] + $ordinary,
			]),
			'minutes' => [['POST', '/minutes', ['hash' => hash('sha256', $uid), 'title' => 'CR', 'plan' => json_encode(['groups' => [['position' => 0, 'title' => $path, 'boardId' => $this->board, 'folder' => ['path' => '/Prive']]]])]]],
			'draft' => [['POST', '/minutes/drafts', ['key' => "draft-of-$uid", 'name' => $path, 'content' => json_encode(['boardId' => $this->board])]]],
			'import' => [['POST', '/imports', ['hash' => hash('sha256', $uid), 'total' => 1, 'mapping' => '{"0":"' . $path . '"}', 'answers' => json_encode(['file' => $this->file])]]],
			'models' => [['PUT', '/board-models', ['version' => 0, 'models' => [['slug' => 'x', 'title' => $path, 'color' => '31CC7C', 'labels' => [], 'stacks' => [['title' => '/Prive', 'takes' => 'items']], 'mandate' => true, 'welcome' => ['title' => $path, 'description' => "$this->board"]]]]]],
			'search' => [['POST', '/searches', ['name' => $path, 'q' => $path]]],
			'letter' => [['POST', '/letters', ['kind' => 'letter', 'from' => '2026-10-01', 'until' => '2026-11-24', 'readers' => ['kind' => 'group', 'of' => (string)$this->group], 'key' => "letter-of-$uid", 'title' => $path, 'language' => 'fr']]],
			'sheet' => [['PUT', "/sheets/$this->file", ['version' => 0, 'kind' => 'method', 'title' => $path]], ['PUT', "/sheets/{$this->inLibrary($uid)}", ['version' => 0, 'kind' => 'method', 'title' => $path, 'groups' => [$this->group]]]],
			'notice' => [['POST', '/notices', ['kind' => 'need', 'title' => $path, 'text' => "$this->file", 'days' => 30, 'key' => "notice-of-$uid"]]],
			'meeting' => [['POST', "$group/meetings", ['title' => $path, 'day' => '2026-12-09', 'time' => null, 'zone' => 'Europe/Paris', 'place' => '/Prive', 'agenda' => "$this->board", 'key' => "a-meeting-$uid"]]],
			'message' => [['POST', "/members/{$this->cards['odile']['id']}/conversations", ['text' => "Le tableau $this->board et le fichier $this->file", 'key' => "message-of-$uid"]]],
			'membership' => [['PUT', "$group/membership", ['commitment' => $path, 'limits' => '/Prive', 'until' => '2026-11-20']]],
		};
	}

	private function inLibrary(string $uid): int {
		return $this->kernel->get(Tree::class)->make('odile', Tree::COMMON . "/$uid.md", 'Texte')[0];
	}

	/** @return list<array{string, string, ?array<string, mixed>}> how another account carries it out */
	private function runs(string $filling, string $uid): array {
		$db = $this->kernel->get(IDBConnection::class);
		$ids = static fn (string $table): array => array_map(intval(...), $db->executeQuery("SELECT id FROM `*PREFIX*$table`")->fetchFirstColumn());
		$group = "/groups/$this->group";
		$each = static fn (string $table, callable $of): array => array_merge(...array_map($of, $ids($table)));
		return match ($filling) {
			'making' => [
				['POST', "$group/making/lease", ['runner' => $uid]], ['PUT', "$group/making", ['runner' => $uid, 'step' => 'done']], ['DELETE', "$group/making/lease?runner=$uid", null],
				['POST', "$group/making/undo", ['runner' => $uid]], ['DELETE', "$group/making/undo?runner=$uid", null],
			],
			'ordinary' => $each('reseau_group_minutes', static fn (int $id): array => [['PUT', "$group/minutes/$id", ['version' => 1, 'runner' => $uid, 'state' => 'undone', 'last' => true]], ['DELETE', "$group/minutes/$id", null]]),
			'minutes' => $each('reseau_minutes', static fn (int $id): array => [['GET', "/minutes/$id", null], ['PUT', "/minutes/$id", ['version' => 1, 'state' => 'making']], ['POST', '/groups', ['title' => 'De CR', 'minutes' => ['id' => $id, 'position' => 0]]], ['DELETE', "/minutes/$id", null]]),
			'draft' => $each('reseau_min_drafts', static fn (int $id): array => [['GET', "/minutes/drafts/$id", null], ['DELETE', "/minutes/drafts/$id", null]]),
			'import' => $each('reseau_imports', static fn (int $id): array => [['POST', "/imports/$id/rows", ['rows' => [['name' => 'Iris']]]], ['POST', "/imports/$id/finish", []], ['POST', "/imports/$id/undo", ['after' => 0]]]),
			'letter' => $each('reseau_letters', fn (int $id): array => [
				['PUT', "/letters/$id", ['version' => 1, 'title' => '../Prive/x.md', 'language' => 'fr', 'editorial' => '/Prive', 'from' => '2026-10-01', 'until' => '2026-11-24', 'readers' => ['kind' => 'group', 'of' => '1'], 'picture' => null, 'items' => []]],
				['GET', "/letters/$id", null], ['GET', "/letters/$id/reading", null], ['POST', "/letters/$id/sending", ['version' => 1, 'readers' => 1]], ['PUT', "/letters/$id/file", ['file' => (string)$this->file]],
			]),
			'sheet' => [['GET', "/sheets/$this->file", null], ['PUT', "/sheets/$this->file/status", ['version' => 1, 'status' => 'published']]],
			default => [['GET', '/home', null], ['GET', $group, null]],
		};
	}

	/** @param ?array<string, mixed> $body */
	private function send(string $uid, string $method, string $path, ?array $body = null): int {
		$reply = $this->ask($method, $path, $uid, $body);
		self::assertLessThan(500, $reply->status, "$method $path by $uid: $reply->body $reply->error");
		if ($reply->status >= 400) {
			$this->refused[] = "$uid: $reply->body";
		}
		return $reply->status;
	}

	/** A group has nothing of Odile's, and the server says to no account that it made what another stored. */
	private function assertNothingIsTakenForTheirs(string $author, string $runner): void {
		$group = $this->seen($runner);
		self::assertNotContains($this->board, [$group['boardId']]);
		self::assertNotContains($this->private, [$group['folderId']]);
		self::assertNotSame($this->team, $group['teamId']);
		$db = $this->kernel->get(IDBConnection::class);
		foreach (array_map(intval(...), $db->executeQuery('SELECT id FROM `*PREFIX*reseau_group_minutes`')->fetchFirstColumn()) as $id) {
			$reply = $this->ask('GET', "/groups/$this->group/minutes/$id", $runner);
			$plan = $reply->status === 200 && !$reply->data()['by']['me'] ? $reply->data()['plan'] : '';
			self::assertStringNotContainsString('"mine":true', $plan, "stored by $author, read by $runner");
		}
	}

	private function runJobNamed(string $name): void {
		foreach (['Integration', 'Letter'] as $domain) {
			$class = "OCA\\Reseau\\$domain\\$name";
			if (class_exists($class)) {
				$this->kernel->runJob($class);
			}
		}
	}

	/** @return array<string, mixed> Odile's private board, folder and team, and who else has them */
	private function belongings(): array {
		$deck = $this->kernel->get(Deck::class)->for('odile');
		$tree = $this->kernel->get(Tree::class);
		$teams = $this->kernel->get(Teams::class);
		return [
			'board' => [$deck->board($this->board), $deck->acl($this->board), $deck->stacks($this->board, false), $deck->labels($this->board)],
			'files' => [$tree->find('odile', '/Prive'), $tree->find('odile', '/Prive/x.md')],
			'shares' => $this->kernel->request('GET', '/ocs/v2.php/apps/files_sharing/api/v1/shares?path=/Prive', 'odile')->body,
			'team' => [$teams->find($this->team), $teams->members($this->team)],
		];
	}
}
