<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Tests\Library\LibraryTestCase;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Mounts;

/**
 * Random trees with random shares, or a Team folder with random rules; sheets of every status on their files, some gone, some moved out, naming
 * people who are shown and people who are not. Every viewer on every surface, compared with the access to each file, written out flat
 * from the random draw. Every sheet has a word that is nowhere else.
 */
#[Group('databases')]
class LibraryLeakTest extends LibraryTestCase {
	private const SEEDS = 6;
	/** One in the Team folder and one in a shared folder; a round trip to a server takes long. */
	private const SEEDS_ON_A_SERVER = 2;
	private const VIEWERS = ['odile', 'linh', 'romain', 'nora', 'sam'];
	private const FOLDERS = ['', '/Bois', '/Bois/Haies', '/Eau', '/Eau/Puits'];
	private const HIDDEN = 'Zacharine';

	/** Where the viewers have the library: the Team folder, or a folder of Odile's. */
	private bool $team;

	/** @var array<string, array<string, array{bool, bool}>> what was drawn: by viewer and folder, whether it can be read and changed */
	private array $drawn = [];

	/** @var list<array{file: int, path: string, mark: string, status: string, gone: bool, kind: string, outcome: string, terms: list<string>, author: string}> */
	private array $sheets = [];

	private int $letter = 0;

	/** @var array<string, int> */
	private array $met = [];

	public function testASheetIsHiddenFromPeopleWithoutItsFile(): void {
		$seeds = getenv('RESEAU_DSN') === false ? self::SEEDS : self::SEEDS_ON_A_SERVER;
		for ($seed = 1; $seed <= $seeds; $seed++) {
			mt_srand($seed);
			$this->drawLibrary($seed % 2 === 0);
			$this->sendLetter();
			foreach (self::VIEWERS as $viewer) {
				$this->checkLetter($viewer, "seed $seed: $viewer");
				$this->checkLists($viewer, "seed $seed: $viewer");
				foreach ($this->sheets as $sheet) {
					$this->checkSheet($viewer, $sheet, "seed $seed: $viewer on {$sheet['path']}, {$sheet['status']}" . ($sheet['gone'] ? ', gone' : ''));
				}
				$this->checkPeople($viewer, "seed $seed: $viewer");
				$this->checkHome($viewer, "seed $seed: $viewer");
			}
		}
		foreach (['seen', 'hidden', 'draft seen', 'draft hidden', 'gone seen', 'gone hidden', 'read alone', 'left alone', 'new'] as $case) {
			self::assertGreaterThan($seeds / 2, $this->met[$case] ?? 0, "enough cases of: $case");
		}
	}

	private function drawLibrary(bool $team): void {
		parent::setUp();
		$this->team = $team;
		$this->sheets = $this->drawn = [];
		$this->account('nora');
		$this->account('sam');
		$this->cards['nora'] = $this->card('nora', ['name' => self::HIDDEN]);
		$this->group('banc', $this->cards['odile'], $this->cards['linh']);
		$root = $team ? self::ROOT : '/Bibli';
		foreach (self::FOLDERS as $folder) {
			for ($i = 0; $i < 3; $i++) {
				$this->drawSheet($root, "$folder/f$i.md");
			}
		}
		$this->useLibrary('odile', $root);
		$banc = $this->kernel->get(GroupMapper::class)->findByRef('banc');
		$banc->setFolderId($this->files('odile')->get($root . '/Bois')->getId());
		$this->kernel->get(GroupMapper::class)->update($banc);
		// While it is written everybody has it.
		foreach ($team ? [] : ['nora', 'linh'] as $viewer) {
			$this->tree()->shareWith('odile', $root, $viewer);
		}
		foreach ($this->sheets as $sheet) {
			$this->writeSheet($sheet);
		}
		$this->kernel->get(Mounts::class)->unshare('odile', $root);
		$this->data('PUT', "/members/{$this->cards['nora']['id']}/status", 'nora', ['status' => 'paused', 'version' => $this->cards['nora']['version']]);
		foreach ($this->sheets as &$sheet) {
			$fate = mt_rand(0, 7);
			if ($fate === 0) {
				$this->files('odile')->get($root . $sheet['path'])->delete();
			} elseif ($fate === 1) {
				$this->files('odile')->get($root . $sheet['path'])->move("/odile/files/{$sheet['mark']}.md");
			}
			$sheet['gone'] = $fate < 2;
			$sheet['elsewhere'] = $fate === 1;
		}
		unset($sheet);
		$team ? $this->drawRules() : $this->drawShares($root);
	}

	private function drawSheet(string $root, string $path): void {
		$mark = 'zorb' . substr(strtr(md5($path . mt_rand()), '0123456789', 'ghijklmnop'), 0, 8) . 'k';
		$this->sheets[] = [
			'file' => $this->put('odile', $root . $path, "Texte $mark")->getId(),
			'path' => $path, 'mark' => $mark, 'gone' => false, 'elsewhere' => false,
			'status' => mt_rand(0, 2) === 0 ? 'draft' : 'published',
			'kind' => ['practice', 'manifesto', 'failure'][mt_rand(0, 2)],
			'outcome' => ['worked', 'mixed', 'failed'][mt_rand(0, 2)],
			'terms' => mt_rand(0, 1) === 0 ? ['permaculture'] : ['enfants'],
			'author' => ['odile', 'linh', 'nora'][mt_rand(0, 2)],
		];
	}

	/** @param array<string, mixed> $sheet */
	private function writeSheet(array $sheet): void {
		$this->draft($sheet['file'], ['title' => "Fiche {$sheet['mark']}", 'summary' => 'Commun à tous', 'learnt' => "Appris : {$sheet['mark']}.", 'kind' => $sheet['kind'], 'outcome' => $sheet['outcome'],
			'terms' => $sheet['terms'], 'wanted' => self::asks($sheet) ? "Cherche {$sheet['mark']}" : '', 'authors' => [$this->cards[$sheet['author']]['id']], 'groups' => [(int)$this->groupId('banc')]] + self::whole());
		if ($sheet['status'] === 'published') {
			$this->data('PUT', "/sheets/{$sheet['file']}/status", 'odile', ['version' => 1, 'status' => 'published']);
			$this->data('PUT', "/sheets/{$sheet['file']}/evaluation", 'nora', ['standpoint' => 'Zacharine la cachée', 'answers' => ['helps' => "Dit {$sheet['mark']}"]], 200);
			if ($sheet['kind'] === 'manifesto') {
				foreach (['nora', 'linh'] as $uid) {
					$this->data('POST', "/sheets/{$sheet['file']}/signatures", $uid, ['hash' => hash('sha256', "Texte {$sheet['mark']}")]);
				}
			}
		}
	}

	/** Of the Team folder some have nothing, others all but what rules say; now and then there is no rule at all. */
	private function drawRules(): void {
		foreach (array_diff(self::VIEWERS, ['odile']) as $viewer) {
			if (mt_rand(0, 4) === 0) {
				$this->away($viewer);
				$this->drawn[$viewer] = ['' => [false, false]];
				continue;
			}
			$this->drawn[$viewer] = ['' => [true, true]];
			foreach (array_slice(self::FOLDERS, 1) as $folder) {
				if (mt_rand(0, 2) === 0) {
					$this->drawn[$viewer][$folder] = [mt_rand(0, 1) === 0, mt_rand(0, 1) === 0];
					$this->tree()->rule($viewer, $folder, ...$this->drawn[$viewer][$folder]);
				}
			}
		}
		$this->drawn['odile'] = ['' => [true, true]];
	}

	/** Odile shares all of it, or some of its folders, or nothing. */
	private function drawShares(string $root): void {
		$this->drawn['odile'] = ['' => [true, true]];
		foreach (array_diff(self::VIEWERS, ['odile']) as $viewer) {
			$this->drawn[$viewer] = ['' => [false, false]];
			foreach (self::FOLDERS as $folder) {
				// All of it now and then, and if so nothing else.
				if (mt_rand(0, 2) === 0 && !$this->drawn[$viewer][''][0]) {
					$write = mt_rand(0, 1) === 0;
					$this->tree()->shareWith('odile', $root . $folder, $viewer, $write);
					$this->drawn[$viewer][$folder] = [true, $write];
				}
			}
		}
	}

	/** @return array{bool, bool} whether a viewer may read what was drawn at a path, and change it */
	private function rights(string $viewer, string $path): array {
		$rights = [[false, false]];
		$deepest = -1;
		foreach ($this->drawn[$viewer] as $folder => $drawn) {
			if (str_starts_with("$path/", "$folder/")) {
				// The innermost rule counts; of shares each that holds it.
				if ($this->team && strlen($folder) > $deepest) {
					$rights = [[$drawn[0], $drawn[0] && $drawn[1]]];
				} elseif (!$this->team) {
					$rights[] = $drawn;
				}
				$deepest = max($deepest, strlen($folder));
			}
		}
		return [in_array(true, array_column($rights, 0), true), in_array(true, array_column($rights, 1), true)];
	}

	/** Whether a viewer has all of the library, so that what is gone can have been hidden from them by nothing. */
	private function hasAll(string $viewer): bool {
		$rules = $this->team && array_filter($this->drawn, static fn (array $folders): bool => count($folders) > 1) !== [];
		return $this->drawn[$viewer][''][0] && !$rules;
	}

	/** @param array<string, mixed> $sheet */
	private function isListed(string $viewer, array $sheet): bool {
		return $sheet['status'] === 'published' && !$sheet['gone'] && $this->rights($viewer, $sheet['path'])[0];
	}

	/** @param array<string, mixed> $sheet */
	private function isSeen(string $viewer, array $sheet): bool {
		[$read, $write] = $this->rights($viewer, $sheet['path']);
		return match (true) {
			// The owner of the file in its new place still controls its sheet.
			$sheet['elsewhere'] && $viewer === 'odile' => true,
			$sheet['gone'] => $sheet['status'] === 'published' && $this->hasAll($viewer),
			$sheet['status'] === 'draft' => $write,
			default => $read,
		};
	}

	private function checkLists(string $viewer, string $message): void {
		$listed = array_values(array_filter($this->sheets, fn (array $sheet): bool => $this->isListed($viewer, $sheet)));
		$list = $this->data('GET', '/sheets', $viewer, ['limit' => 100]);
		self::assertEqualsCanonicalizing(array_column($listed, 'file'), array_map(intval(...), array_column($list['sheets'], 'fileId')), $message);
		self::assertSame(count($listed), $list['total'], $message);
		foreach (['kind', 'outcome'] as $facet) {
			self::assertEquals(array_count_values(array_column($listed, $facet)), array_column($list['facets'][$facet], 'count', 'id'), "$message: $facet");
		}
		self::assertEquals(array_count_values(array_merge(...array_column($listed, 'terms'))), array_column($list['facets']['term'], 'count', 'id'), "$message: term");
		self::assertEquals($listed === [] ? [] : [count($listed)], array_column($list['facets']['group'], 'count'), "$message: group");
		$failed = array_filter($listed, static fn (array $sheet): bool => $sheet['outcome'] === 'failed');
		$found = $this->data('GET', '/sheets', $viewer, ['q' => 'commun', 'facet' => ['outcome' => ['failed']], 'limit' => 100]);
		self::assertSame([count($failed), count($failed)], [$found['total'], count($found['sheets'])], $message);
		$this->assertTellsNothing($list, $viewer, $message);

		$stories = $this->data('GET', '/library/stories', $viewer);
		self::assertSame(count($listed), $stories['all']['total'], "$message: stories");
		self::assertEquals(array_count_values(array_merge(...array_column($listed, 'terms'))), array_column($stories['themes'], 'count', 'id'), "$message: themes");
		$mine = array_filter($this->sheets, fn (array $sheet): bool => $sheet['author'] === $viewer && !$sheet['gone'] && $this->isSeen($viewer, $sheet));
		self::assertEqualsCanonicalizing(array_column($mine, 'file'), array_map(intval(...), array_column($stories['mine'], 'fileId')), "$message: mine");
		$this->assertTellsNothing($stories, $viewer, "$message: stories");

		$of = $this->data('GET', '/sheets/of-files?' . http_build_query(['file' => array_column($this->sheets, 'file')]), $viewer);
		$seen = array_filter($this->sheets, fn (array $sheet): bool => !$sheet['gone'] && $this->isSeen($viewer, $sheet));
		self::assertSame(array_values(array_column($seen, 'file')), array_map(intval(...), array_column($of, 'fileId')), "$message: of files");
		$this->assertTellsNothing($of, $viewer, $message);
	}

	/** @param array<string, mixed> $sheet */
	private function checkSheet(string $viewer, array $sheet, string $message): void {
		$sees = $this->isSeen($viewer, $sheet);
		$case = ($sheet['gone'] ? 'gone ' : ($sheet['status'] === 'draft' ? 'draft ' : '')) . ($sees ? 'seen' : 'hidden');
		$this->met[$case] = ($this->met[$case] ?? 0) + 1;
		$path = "/sheets/{$sheet['file']}";
		$reply = $this->ask('GET', $path, $viewer);
		self::assertSame($sees ? 200 : 404, $reply->status, $message . $reply->body);
		$this->assertTellsNothing($reply->data(), $viewer, $message);
		if ($sees) {
			$may = !$sheet['gone'] && $this->rights($viewer, $sheet['path'])[1];
			self::assertSame([$may, $sheet['gone']], [$reply->data()['can']['edit'], $reply->data()['file'] === null], $message);
			self::assertSame($sheet['author'] === 'nora' && $viewer !== 'nora' ? [] : [$this->cards[$sheet['author']]['name']], array_column($reply->data()['authors'], 'name'), $message);
			$this->met['read alone'] = ($this->met['read alone'] ?? 0) + (!$may && !$sheet['gone'] ? 1 : 0);
		}
		$listed = $this->isListed($viewer, $sheet);
		$found = $this->data('GET', '/sheets', $viewer, ['q' => $sheet['mark']]);
		self::assertSame($listed ? 1 : 0, $found['total'], $message);
		// One letter mistyped: who has not the sheet is not led to its word.
		$mistyped = substr($sheet['mark'], 0, 5) . 'y' . substr($sheet['mark'], 6);
		$corrected = $this->data('GET', '/sheets', $viewer, ['q' => $mistyped]);
		self::assertSame($listed, isset($corrected['corrected']), $message);
		$this->assertTellsNothing($corrected, $viewer, $message);

		$signatures = $this->ask('GET', "$path/signatures", $viewer);
		$signable = $sheet['kind'] === 'manifesto' && $sheet['status'] === 'published' && !$sheet['gone'];
		if (!$sees && $signatures->status === 200) {
			// A signer keeps their signature, without anything of the sheet.
			self::assertSame([[$this->cards[$viewer]['name'], true]], array_map(static fn (array $one): array => [$one['name'], $one['can']['withdraw']], $signatures->data()), $message);
			$this->assertTellsNothing(array_map(static fn (array $one): array => array_diff_key($one, ['name' => 0]), $signatures->data()), $viewer, $message);
			$this->met['left alone'] = ($this->met['left alone'] ?? 0) + 1;
		} else {
			self::assertSame(!$sees ? 404 : ($signable ? 200 : 409), $signatures->status, $message . $signatures->body);
		}
		if ($sees && $signatures->status === 200) {
			self::assertSame($viewer === 'nora' ? [self::HIDDEN, 'Linh'] : ['Linh'], array_column($signatures->data(), 'name'), $message);
			self::assertSame($viewer === 'nora' ? 2 : 1, $reply->data()['signing']['total'], $message);
		}
		foreach ([['PUT', $path, ['version' => 99, 'title' => 'A']], ['PUT', "$path/status", ['version' => 99, 'status' => 'draft']], ['DELETE', "$path?version=99", null]] as [$verb, $at, $body]) {
			$refused = $this->ask($verb, $at, $viewer, $body);
			self::assertContains($refused->status, $sees ? [200, 403, 404, 409, 422] : [403, 404, 422], "$message: $verb $at {$refused->body}");
			self::assertFalse($refused->status === 200 && !$this->rights($viewer, $sheet['path'])[1], "$message: $verb $at");
			$this->assertTellsNothing($refused->data(), $viewer, $message);
		}
	}

	/** What is around people, groups and files names no sheet of a file the viewer has not. */
	private function checkPeople(string $viewer, string $message): void {
		$things = [['member', $this->cards['odile']['id']], ['member', $this->cards['linh']['id']], ['group', (int)$this->groupId('banc')], ...array_map(static fn (array $sheet): array => ['file', $sheet['file']], $this->sheets)];
		foreach ($things as [$type, $id]) {
			foreach (['', '?kind=resources'] as $kind) {
				$this->assertTellsNothing($this->ask('GET', "/neighbourhood/$type/$id$kind", $viewer)->data(), $viewer, "$message: around $type $id $kind");
			}
		}
	}

	/** New in the folder of a group are files that the viewer has, for people in it; sheets as above. */
	private function checkHome(string $viewer, string $message): void {
		$lines = $this->data('GET', '/news', $viewer)['lines'];
		$this->assertTellsNothing($lines, $viewer, "$message: home");
		$sheets = array_column($this->sheets, null, 'file');
		foreach ($lines as $line) {
			$sheet = $sheets[(int)$line['file']];
			self::assertContains($viewer, ['odile', 'linh'], "$message: home");
			self::assertTrue(str_starts_with($sheet['path'], '/Bois/') && !$sheet['gone'] && $this->rights($viewer, $sheet['path'])[0], "$message: home has {$sheet['path']}");
			self::assertSame($this->isSeen($viewer, $sheet), $line['sheet'], "$message: {$sheet['path']}");
			$this->met['new'] = ($this->met['new'] ?? 0) + 1;
		}
	}

	/** With every sheet in it, to everybody. */
	private function sendLetter(): void {
		$this->facilitator('zoe');
		// Nothing is sent that its sender does not see.
		if (!$this->team) {
			$this->tree()->shareWith('odile', '/Bibli', 'zoe');
		}
		foreach (self::VIEWERS as $viewer) {
			$this->kernel->get(IUserManager::class)->get($viewer)?->setEMailAddress("$viewer@readers.example");
			$this->kernel->get(LetterChoices::class)->ofAccount($viewer, true);
		}
		$words = ['title' => 'Lettre', 'language' => 'fr'];
		$this->letter = $this->data('POST', '/letters', 'zoe', ['kind' => 'letter', 'from' => '2026-11-01', 'until' => '2026-11-30', 'key' => 'the-letter'] + $words, 201)['id'];
		$items = array_map(static fn (array $sheet): array => ['kind' => self::asks($sheet) ? 'help' : 'story', 'id' => $sheet['file'], 'taken' => true, 'text' => null, 'hash' => null], $this->sheets);
		$this->data('PUT', "/letters/$this->letter", 'zoe', ['version' => 1, 'editorial' => '', 'items' => $items, 'picture' => null] + $words);
		$key = $this->data('POST', "/letters/$this->letter/readers", 'zoe')['key'];
		self::assertSame('sent', $this->data('POST', "/letters/$this->letter/sending", 'zoe', ['version' => 2, 'readers' => $key])['state']);
	}

	/** A letter says of a sheet, in the mail and online, what its readers find in the library themselves. */
	private function checkLetter(string $viewer, string $message): void {
		$mails = array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => $mail['subject'] === 'Lettre' && array_key_exists("$viewer@readers.example", $mail['to'])));
		$sees = array_filter($this->sheets, fn (array $sheet): bool => $this->isListed($viewer, $sheet)) !== [];
		self::assertCount($sees ? 1 : 0, $mails, "$message: a person who sees none of it gets none");
		foreach (['mail' => $sees ? $mails[0]['html'] . $mails[0]['plain'] : '', 'online' => $this->data('GET', "/letters/$this->letter/reading", $viewer)['html']] as $where => $text) {
			foreach ($this->sheets as $sheet) {
				self::assertSame($this->isListed($viewer, $sheet), str_contains((string)$text, $sheet['mark']), "$message: {$sheet['path']} in the letter, $where");
			}
		}
	}

	/**
	 * Whether a sheet asks for help.
	 *
	 * @param array<string, mixed> $sheet
	 */
	private static function asks(array $sheet): bool {
		return crc32($sheet['mark']) % 3 === 0;
	}

	/** No word of a sheet the viewer may not see, and nobody they may not know of. */
	private function assertTellsNothing(mixed $data, string $viewer, string $message): void {
		$text = json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
		foreach ($this->sheets as $sheet) {
			// The person who moved a file out still has it, by its name, which is that word.
			if (!$this->isSeen($viewer, $sheet) && $viewer !== 'odile') {
				self::assertStringNotContainsString($sheet['mark'], $text, $message);
			}
		}
		if ($viewer !== 'nora') {
			self::assertStringNotContainsString(self::HIDDEN, $text, $message);
		}
	}
}
