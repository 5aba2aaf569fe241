<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Board;

use OCA\Reseau\Board\ModelRules;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;

/** The network's models of boards, read by everybody and changed by its facilitators. */
class ModelsTest extends NetworkTestCase {
	private const MODEL = [
		'slug' => 'chantier', 'title' => 'Chantier', 'color' => '0082C9',
		'labels' => [['title' => 'À décider', 'color' => '9750A4']],
		'stacks' => [['title' => 'À voir', 'takes' => 'items'], ['title' => 'Fait']],
		'mandate' => true,
		'welcome' => ['title' => 'Bienvenue', 'description' => "Une carte par chose.\n\n- à faire"],
	];

	protected function setUp(): void {
		parent::setUp();
		$this->account('linh');
		$this->facilitator('odile');
	}

	public function testTheLimitsAreThoseOfTheBrowser(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/board-limits.json'), true, 8, JSON_THROW_ON_ERROR);
		self::assertSame($shared, ModelRules::LIMITS);
	}

	public function testANetworkBeginsWithoutModelsOfItsOwn(): void {
		self::assertSame(['version' => 0, 'models' => null], $this->data('GET', '/board-models', 'linh'));
	}

	public function testFacilitatorsChangeThemAndEverybodyReadsThem(): void {
		$written = $this->data('PUT', '/board-models', 'odile', ['version' => 0, 'models' => [self::MODEL]]);
		self::assertSame(['version' => 1, 'models' => [self::MODEL]], $written);
		self::assertSame($written, $this->data('GET', '/board-models', 'linh'));
		$bare = ['welcome' => null, 'labels' => []] + self::MODEL;
		self::assertSame(2, $this->data('PUT', '/board-models', 'odile', ['version' => 1, 'models' => [$bare]])['version']);
		self::assertEquals([$bare], $this->data('GET', '/board-models', 'linh')['models']);
	}

	public function testOthersDoNotChangeThem(): void {
		self::assertSame(403, $this->ask('PUT', '/board-models', 'linh', ['version' => 0, 'models' => [self::MODEL]])->status);
	}

	public function testTheDefaultModelsAreRestored(): void {
		$this->data('PUT', '/board-models', 'odile', ['version' => 0, 'models' => [self::MODEL]]);
		self::assertSame(['version' => 2, 'models' => null], $this->data('PUT', '/board-models', 'odile', ['version' => 1, 'models' => null]));
		self::assertSame(['version' => 2, 'models' => null], $this->data('GET', '/board-models', 'linh'));
	}

	public function testConcurrentChangesAreRefusedAsStale(): void {
		$this->data('PUT', '/board-models', 'odile', ['version' => 0, 'models' => [self::MODEL]]);
		$reply = $this->ask('PUT', '/board-models', 'odile', ['version' => 0, 'models' => []]);
		self::assertSame([409, 'stale_version', [self::MODEL]], [$reply->status, $reply->data()['error'], $reply->data()['current']['models']]);
	}

	public function testOldVersionsAreDeleted(): void {
		for ($version = 0; $version < 25; $version++) {
			$this->data('PUT', '/board-models', 'odile', ['version' => $version, 'models' => []]);
		}
		$left = $this->kernel->get(IDBConnection::class)->getQueryBuilder()->select('version')->from('reseau_board_models')->executeQuery()->fetchAll();
		self::assertCount(20, $left);
	}

	/** @return array<string, array{mixed, string, string}> models, reason, field */
	public static function wrong(): array {
		$model = self::MODEL;
		return [
			'no list' => [['a' => $model], 'wrong_type', 'models'],
			'a text' => ['x', 'wrong_type', 'models'],
			'too many' => [array_fill(0, 21, $model), 'too_many', 'models'],
			'no title' => [[['title' => " \u{200b}"] + $model], 'title_missing', 'models.0.title'],
			'a long title' => [[['title' => str_repeat('a', 101)] + $model], 'too_long', 'models.0.title'],
			'a control character' => [[['title' => "a\x07"] + $model], 'bad_text', 'models.0.title'],
			'no stack' => [[['stacks' => []] + $model], 'stack_missing', 'models.0.stacks'],
			'a stack that takes nothing known' => [[['stacks' => [['title' => 'a', 'takes' => 'all']]] + $model], 'wrong_type', 'models.0.stacks.0.takes'],
			'too many labels' => [[['labels' => array_fill(0, 21, ['title' => 'a', 'color' => '000000'])] + $model], 'too_many', 'models.0.labels'],
			'no colour' => [[['color' => '#fff'] + $model], 'bad_color', 'models.0.color'],
			'a slug with a space' => [[['slug' => 'un chantier'] + $model], 'bad_slug', 'models.0.slug'],
			'one slug twice' => [[$model, $model], 'duplicate_slug', 'models.1.slug'],
			'something else' => [[['owner' => 'odile'] + $model], 'unknown_field', 'models.0.owner'],
			'a welcome without a title' => [[['welcome' => ['title' => '', 'description' => '']] + $model], 'title_missing', 'models.0.welcome.title'],
			'a flag that is none' => [[['mandate' => 'maybe'] + $model], 'wrong_type', 'models.0.mandate'],
		];
	}

	#[DataProvider('wrong')]
	public function testRefusesInvalidModels(mixed $models, string $reason, string $field): void {
		$reply = $this->ask('PUT', '/board-models', 'odile', ['version' => 0, 'models' => $models]);
		self::assertSame([400, $reason, $field], [$reply->status, $reply->data()['error'], $reply->data()['field']]);
		self::assertNull($this->data('GET', '/board-models', 'linh')['models']);
	}
}
