<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Settings;

use OCA\Reseau\Kit\Kit;
use OCA\Reseau\Letter\LetterRules;
use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Settings\LibraryFolder;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\NetworkSettings;
use OCA\Reseau\Settings\NetworkTexts;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\AppFramework\Services\IAppConfig;
use PHPUnit\Framework\Attributes\DataProvider;

/** What the administration page writes. */
class AdministrationTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('admin', ['admin']);
		$this->account('odile');
	}

	public function testLimitsAreThoseOfTheScripts(): void {
		$limits = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/network-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertEquals($limits, NetworkSettings::LIMITS + ['library' => LibraryFolder::LENGTH, 'charter' => Charters::LENGTH, 'welcome' => NetworkTexts::LENGTHS[NetworkTexts::WELCOME], 'letter' => NetworkTexts::LENGTHS[NetworkTexts::LETTER_OPENING], 'kit' => Kit::LENGTH]);
		self::assertSame([LetterRules::LIMITS['block'], LetterRules::LIMITS['block']], [NetworkTexts::LENGTHS[NetworkTexts::LETTER_OPENING], NetworkTexts::LENGTHS[NetworkTexts::LETTER_CLOSING]], 'they fit into a letter');
	}

	public function testBeginsWithoutANameAndFacilitatorsInOccitanie(): void {
		$network = $this->data('GET', '/network', 'admin');
		self::assertSame(
			['name' => '', 'region' => '76', 'departements' => [], 'group' => 'reseau-facilitation', 'library' => '', 'preset' => 'request', 'showcase' => false, 'indexed' => false, 'frames' => []],
			$network['settings'],
		);
		self::assertSame(['group' => 'reseau-facilitation', 'exists' => false, 'can' => ['change' => true], 'people' => []], $network['facilitation']);
		self::assertNull($network['charter']);
	}

	public function testEachSettingIsSavedSeparatelyAndUsed(): void {
		$network = [];
		foreach ([
			['name', '  Cordée   d’Oc ', 'Cordée d’Oc'],
			['region', '84', '84'],
			['departements', ['12', '48', '12'], ['12', '48']],
			['library', 'Réseau commun/', '/Réseau commun'],
			['preset', 'open', 'open'],
			['showcase', true, true],
			['indexed', true, true],
			['frames', ['https://WWW.example.org/', 'https://www.example.org'], ['https://www.example.org']],
		] as [$setting, $value, $stored]) {
			$before = $this->data('GET', '/network', 'admin')['settings'];
			$network = $this->data('PUT', '/network', 'admin', [$setting => $value, 'was' => [$setting => $before[$setting]]]);
			self::assertSame([$setting => $stored] + $before, [$setting => $network['settings'][$setting]] + $network['settings']);
		}
		self::assertSame(['there' => true, 'team' => true], $network['folder']);
		self::assertSame('Cordée d’Oc', $this->kernel->get(Network::class)->name());
		$page = $this->kernel->request('GET', '/index.php/apps/reseau/', 'odile')->body;
		self::assertSame(1, preg_match('/id="initial-state-reseau-session" value="([^"]+)"/', $page, $found));
		$session = json_decode((string)base64_decode($found[1]), true);
		self::assertSame(['Cordée d’Oc', '84', ['12', '48']], [$session['network'], $session['region'], $session['departements']]);
	}

	/** @return iterable<string, array{string, mixed, string}> */
	public static function wrong(): iterable {
		yield 'an empty name' => ['name', " \u{200B}\n", 'network_name_missing'];
		yield 'a long name' => ['name', str_repeat('é', 81), 'too_long'];
		yield 'a name that is none' => ['name', ['a'], 'wrong_type'];
		yield 'a name with a bell' => ['name', "a\u{0007}", 'bad_text'];
		yield 'no region' => ['region', '', 'unknown_region'];
		yield 'a region that does not exist' => ['region', '99', 'unknown_region'];
		yield 'a region that is a file' => ['region', '../', 'unknown_region'];
		yield 'a département that does not exist' => ['departements', ['12', '20'], 'unknown_departement'];
		yield 'départements in a text' => ['departements', '12,48', 'wrong_type'];
		yield 'more départements than there are' => ['departements', array_fill(0, 200, '12'), 'too_many'];
		yield 'a group that does not exist' => ['group', 'nobody-knows', 'unknown_group'];
		yield 'no group' => ['group', '', 'unknown_group'];
		yield 'a path that climbs' => ['library', '/Documents/../../odile', 'bad_path'];
		yield 'a path of another system' => ['library', 'Documents\\2026', 'bad_path'];
		yield 'all of Files' => ['library', '/', 'bad_path'];
		yield 'a folder that does not exist' => ['library', '/Bibliothèque', 'unknown_folder'];
		yield 'a file' => ['library', '/Lisez-moi.md', 'unknown_folder'];
		yield 'a long path' => ['library', str_repeat('a', 251), 'too_long'];
		yield 'a preset nobody made' => ['preset', '24', 'unknown_preset'];
		yield 'a showcase that is neither' => ['showcase', 'perhaps', 'wrong_type'];
		yield 'a site that is no address' => ['frames', ['www.example.org'], 'bad_origin'];
		yield 'any site' => ['frames', ['https://*.example.org'], 'bad_origin'];
		yield 'sites in a text' => ['frames', 'https://www.example.org', 'wrong_type'];
		yield 'more sites than there may be' => ['frames', array_fill(0, 21, 'https://www.example.org'), 'too_many'];
		yield 'a preset that is a number' => ['preset', 24, 'wrong_type'];
	}

	#[DataProvider('wrong')]
	public function testInvalidSettingsAreRefusedWithTheirFieldAndChangeNothing(string $setting, mixed $value, string $reason): void {
		$before = $this->data('GET', '/network', 'admin');
		$refusal = $this->assertRefused(400, $reason, 'PUT', '/network', 'admin', [$setting => $value, 'was' => [$setting => $before['settings'][$setting]]]);
		self::assertStringStartsWith($setting, $refusal['field']);
		self::assertSame($before, $this->data('GET', '/network', 'admin'));
	}

	public function testTwoAdministratorsConflictOnlyOnTheSameSetting(): void {
		$this->account('second', ['admin']);
		$this->data('PUT', '/network', 'admin', ['name' => 'Un', 'was' => ['name' => '']]);
		$this->data('PUT', '/network', 'second', ['region' => '84', 'was' => ['region' => '76']]);
		$refusal = $this->assertRefused(409, 'stale_version', 'PUT', '/network', 'second', ['name' => 'Deux', 'was' => ['name' => '']]);
		self::assertSame('name', $refusal['field']);
		self::assertSame('Un', $refusal['current']['name']);
		// It is changed on the basis of the current value.
		self::assertSame('Deux', $this->data('PUT', '/network', 'second', ['name' => 'Deux', 'was' => ['name' => 'Un']])['settings']['name']);
		$this->assertRefused(400, 'wrong_type', 'PUT', '/network', 'admin', ['name' => 'Trois']);
	}

	public function testASettingChangedByOccIsNotOverwrittenUnseen(): void {
		$this->kernel->get(IAppConfig::class)->setAppValueString('departements', ' 12, 48 ,');
		self::assertSame(['12', '48'], $this->data('GET', '/network', 'admin')['settings']['departements']);
		$this->assertRefused(409, 'stale_version', 'PUT', '/network', 'admin', ['departements' => ['81'], 'was' => ['departements' => []]]);
	}

	public function testTheGroupIsCreatedWithTheFacilitators(): void {
		$network = $this->data('PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => true]);
		self::assertSame([['uid' => 'odile', 'name' => 'Odile', 'access' => true]], $network['facilitation']['people']);
		self::assertTrue($network['facilitation']['exists']);
		self::assertSame(201, $this->ask('POST', '/glossary', 'odile', ['term' => 'a', 'acronyms' => [], 'synonyms' => [], 'themes' => []])->status);
		self::assertSame([], $this->data('PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => false])['facilitation']['people']);
		$this->assertRefused(400, 'unknown_account', 'PUT', '/network/facilitators', 'admin', ['uid' => 'nobody', 'member' => true]);
		$this->assertRefused(400, 'wrong_type', 'PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => 'perhaps']);
	}

	public function testNobodyIsAddedToAnotherGroup(): void {
		$network = $this->data('PUT', '/network', 'admin', ['group' => 'admin', 'was' => ['group' => 'reseau-facilitation']]);
		self::assertFalse($network['facilitation']['can']['change']);
		self::assertSame(['admin'], array_column($network['facilitation']['people'], 'uid'));
		$this->assertRefused(400, 'foreign_group', 'PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => true]);
		self::assertSame(403, $this->ask('GET', '/network', 'odile')->status);
	}

	public function testAReadOnlyGroupIsNotChanged(): void {
		$this->kernel->config['sandbox.groups'] = 'foreign';
		$this->assertRefused(400, 'group_not_writable', 'PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => true]);
		unset($this->kernel->config['sandbox.groups']);
		$this->data('PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => true]);
		$this->kernel->config['sandbox.groups'] = 'foreign';
		self::assertFalse($this->data('GET', '/network', 'admin')['facilitation']['can']['change']);
		$this->assertRefused(400, 'group_not_writable', 'PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => false]);
	}

	public function testGroupsAccountsAndFoldersToChooseFrom(): void {
		self::assertSame([['uid' => 'odile', 'name' => 'Odile']], $this->data('GET', '/network/accounts', 'admin', ['q' => 'odi']));
		$this->kernel->get(\OCP\IUserManager::class)->get('odile')->setEnabled(false);
		self::assertSame([], $this->data('GET', '/network/accounts', 'admin', ['q' => 'odi']));
		self::assertContains(['id' => 'admin', 'name' => 'admin'], $this->data('GET', '/network/groups', 'admin'));
		self::assertSame([], $this->data('GET', '/network/groups', 'admin', ['q' => 'zigouzague']));
		self::assertSame(
			[['path' => '/Réseau commun', 'team' => true], ['path' => '/Documents', 'team' => false]],
			$this->data('GET', '/network/folders', 'admin'),
		);
	}

	public function testAMissingFolderIsReported(): void {
		$this->kernel->get(IAppConfig::class)->setAppValueString('library', '/Partie', true);
		self::assertSame(['there' => false, 'team' => false], $this->data('GET', '/network', 'admin')['folder']);
	}

	public function testEveryVersionOfTheCharterIsKept(): void {
		$first = $this->data('PUT', '/network/charter', 'admin', ['version' => 0, 'text' => "Tenir parole.\r\n\r\n"])['charter'];
		self::assertSame(['version' => 1, 'date' => '2026-11-24T12:00:00+00:00', 'text' => 'Tenir parole.'], $first);
		self::assertSame($first, $this->data('PUT', '/network/charter', 'admin', ['version' => 1, 'text' => ' Tenir parole.'])['charter']);
		$this->data('PUT', '/network/charter', 'admin', ['version' => 1, 'text' => 'Dire ses limites.']);
		self::assertSame([2, 1], array_column($this->data('GET', '/network/charters', 'admin'), 'version'));
		self::assertSame($first, $this->data('GET', '/network/charters/1', 'admin'));
		self::assertSame('', $this->data('PUT', '/network/charter', 'admin', ['version' => 2, 'text' => ''])['charter']['text']);
		$this->assertRefused(404, 'not_found', 'GET', '/network/charters/9', 'admin');
	}

	public function testTheCharterIsNotOverwrittenUnseen(): void {
		$this->data('PUT', '/network/charter', 'admin', ['version' => 0, 'text' => 'Un.']);
		$refusal = $this->assertRefused(409, 'stale_version', 'PUT', '/network/charter', 'admin', ['version' => 0, 'text' => 'Deux.']);
		self::assertSame('Un.', $refusal['current']['text']);
		$this->assertRefused(400, 'too_long', 'PUT', '/network/charter', 'admin', ['version' => 1, 'text' => str_repeat('a', 200_000)]);
		$this->assertRefused(400, 'version_missing', 'PUT', '/network/charter', 'admin', ['text' => 'Trois.']);
		self::assertSame('Un.', $this->data('GET', '/network', 'admin')['charter']['text']);
	}
}
