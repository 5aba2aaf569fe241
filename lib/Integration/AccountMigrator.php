<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use JsonException;
use OCA\Reseau\Member\Export\AccountImport;
use OCA\Reseau\Member\Export\MemberExport;
use OCP\IL10N;
use OCP\IUser;
use OCP\UserMigration\IExportDestination;
use OCP\UserMigration\IImportSource;
use OCP\UserMigration\IMigrator;
use OCP\UserMigration\ISizeEstimationMigrator;
use OCP\UserMigration\TMigratorBasicVersionHandling;
use OCP\UserMigration\UserMigrationException;
use Symfony\Component\Console\Output\OutputInterface;

/** Adds what Réseau holds about an account to Nextcloud's export and import of accounts, in the same form as the export on the card's page. Nextcloud itself moves the files. */
class AccountMigrator implements IMigrator, ISizeEstimationMigrator {
	use TMigratorBasicVersionHandling;

	private const DATA = 'reseau/reseau.json';
	private const PAGE = 'reseau/reseau.html';

	/** KiB: the data of a card used for years, with its page. */
	private const SIZE = 200;

	/** Bytes of a file that are read: twenty times the data of a card used for years. If it were only brackets it would take 420 MB, less than the 512 that Nextcloud requires. */
	private const LONGEST = 4_000_000;

	public function __construct(
		private readonly MemberExport $exporter,
		private readonly AccountImport $importer,
		private readonly IL10N $l,
	) {
		$this->version = MemberExport::VERSION;
	}

	public function getId(): string {
		return 'reseau';
	}

	public function getDisplayName(): string {
		return $this->l->t('Réseau');
	}

	public function getDescription(): string {
		return $this->l->t('Your card, notices, saved searches, messages and everything else Réseau stores about you. In another network, the card and the notices come back hidden, and nothing is signed or joined in your name.');
	}

	public function getEstimatedExportSize(IUser $user): int|float {
		return self::SIZE;
	}

	public function export(IUser $user, IExportDestination $exportDestination, OutputInterface $output): void {
		$output->writeln('Exporting what Réseau holds in ' . self::DATA . ' and ' . self::PAGE . '…');
		$export = $this->exporter->ofAccount($user->getUID(), (string)$user->getDisplayName());
		$exportDestination->addFileContents(self::DATA, json_encode($export['data'], JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
		$exportDestination->addFileContents(self::PAGE, $export['page']);
		$output->writeln('Not in it: cards of other people that the account keeps, and files, which Nextcloud exports itself.');
	}

	public function import(IUser $user, IImportSource $importSource, OutputInterface $output): void {
		if ($importSource->getMigratorVersion($this->getId()) === null) {
			$output->writeln('There is nothing of Réseau in this archive.');
			return;
		}
		$output->writeln('Importing what Réseau held from ' . self::DATA . '…');
		foreach ($this->importer->import($user->getUID(), $this->read($importSource)) as $sentence) {
			// It contains words of the file, which may contain control sequences of terminals.
			$output->writeln('  ' . preg_replace('/[\p{Cc}\p{Cf}]+/u', ' ', $sentence), OutputInterface::OUTPUT_RAW);
		}
	}

	/**
	 * @return array<array-key, mixed>
	 * @throws UserMigrationException
	 */
	private function read(IImportSource $source): array {
		$text = $source->pathExists(self::DATA) ? $source->getFileContents(self::DATA) : '';
		try {
			$data = strlen($text) > self::LONGEST ? null : json_decode($text, true, 32, JSON_THROW_ON_ERROR);
		} catch (JsonException) {
			$data = null;
		}
		return is_array($data) ? $data : throw new UserMigrationException(self::DATA . ' is missing, damaged or too large. Nothing was imported.');
	}
}
