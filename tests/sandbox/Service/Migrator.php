<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Migration\IMigrationStep;
use OCP\Migration\IOutput;
use Psr\Container\ContainerInterface;

/**
 * Runs the migrations that have not run yet: the sandbox's, then the app's in the order of their names. Then the repair steps of
 * info.xml as Nextcloud does: `install` when the app is new, `post-migration` when its version is another one.
 */
class Migrator implements IOutput {
	public function __construct(
		private readonly Database $db,
		private readonly Store $store,
		private readonly Apps $apps,
		private readonly ContainerInterface $container,
	) {
	}

	public function run(): void {
		if (!$this->db->tableExists('migrations')) {
			$this->step('core', new CoreTables());
		}
		// Versions were stored with the prefix of their classes once, unlike in Nextcloud.
		$this->db->executeStatement("UPDATE `*PREFIX*migrations` SET version = SUBSTR(version, 8) WHERE version LIKE 'Version%'");
		$qb = $this->db->getQueryBuilder()->select('version')->from('migrations');
		$done = $qb->executeQuery()->fetchFirstColumn();
		$key = ['appid' => $this->apps->id, 'configkey' => 'installed_version'];
		$before = $this->store->row('appconfig', $key)['configvalue'] ?? null;
		$files = glob($this->apps->path($this->apps->id) . '/lib/Migration/Version*.php');
		foreach ($files as $file) {
			$class = $this->apps->namespace . '\\Migration\\' . basename($file, '.php');
			if (!in_array(self::version($class), $done, true)) {
				$this->step($this->apps->id, $this->container->get($class), $before === null);
			}
		}
		if ($before !== $this->apps->version()) {
			foreach ($this->apps->repairSteps($before === null ? 'install' : 'post-migration') as $class) {
				$this->container->get($class)->run($this);
			}
			$this->store->put('appconfig', $key, ['configvalue' => $this->apps->version()]);
		}
	}

	/** An empty database. */
	public function reset(): void {
		$app = $this->apps->path($this->apps->id);
		if (FreshTables::make($this->db, $app)) {
			return;
		}
		$schema = new Schema($this->db);
		array_map($schema->dropTable(...), $schema->getTableNamesWithoutPrefix());
		$schema->apply();
		$this->run();
		FreshTables::remember($this->db, $app);
	}

	/** @param bool $schemaOnly as Nextcloud does when it installs an app */
	private function step(string $app, IMigrationStep $step, bool $schemaOnly = false): void {
		FreshTables::forget($this->db);
		$current = new Schema($this->db);
		$schema = static fn (): Schema => $current;
		if (!$schemaOnly) {
			$step->preSchemaChange($this, $schema, []);
		}
		$changed = $step->changeSchema($this, $schema, []);
		if ($changed instanceof Schema) {
			$changed->apply();
		}
		if (!$schemaOnly) {
			$step->postSchemaChange($this, fn (): Schema => new Schema($this->db), []);
		}
		$this->db->insertIgnoreConflict('migrations', ['app' => $app, 'version' => self::version($step::class)]);
	}

	/** As Nextcloud names it: the class without its prefix. */
	private static function version(string $class): string {
		return (string)preg_replace('/^.*\\\\(?:Version)?/', '', $class);
	}

	public function info($message) {
	}

	public function warning($message) {
		fwrite(STDERR, $message . PHP_EOL);
	}

	public function startProgress($max = 0) {
	}

	public function advance($step = 1, $description = '') {
	}

	public function finishProgress() {
	}
}
