;; Emacs with eglot, in batch: start, wait for the mark, take over the other value, save.
;; The folder of the test may lie within a checkout; it is the project here, not what lies around it.
(require 'project)
(setq project-find-functions nil)
(unless (require 'eglot nil t)
  (message "eglot-is-missing")
  (kill-emacs 0))
(require 'flymake)

(setq eglot-sync-connect 300
      eglot-autoshutdown nil
      make-backup-files nil
      eglot-confirm-server-initiated-edits nil)
(define-derived-mode prose-mode text-mode "Prose")
(add-to-list 'auto-mode-alist '("\\.md\\'" . prose-mode))
(add-to-list 'eglot-server-programs '(prose-mode . ("CROSSCHECK" "lsp")))

(defun until (what)
  (let ((tries 6000))
    (while (and (> tries 0) (not (funcall what)))
      (accept-process-output nil 0.05)
      (setq tries (1- tries)))
    (> tries 0)))

(defun fail (words)
  (message "%s" words)
  (kill-emacs 1))

(find-file "treaty.md")
;; What `eglot' takes differs from version to version; this is what it would ask for itself.
(apply #'eglot (eglot--guess-contact))
(let* ((server (eglot-current-server))
       (mark nil))
  (unless server (fail "no server"))
  ;; In batch no idle timer runs, so the backend is asked as flymake would ask it.
  (flymake-mode 1)
  (unless (until (lambda ()
                   (flymake-start)
                   (setq mark (car (flymake-diagnostics)))))
    (fail "no mark"))
  (unless (string-match-p "12 May 2014" (flymake-diagnostic-text mark))
    (fail (flymake-diagnostic-text mark)))
  (unless (equal (buffer-substring (flymake-diagnostic-beg mark) (flymake-diagnostic-end mark)) "12 May 2014")
    (fail "another place"))
  (let* ((actions (jsonrpc-request
                   server :textDocument/codeAction
                   (list :textDocument (eglot--TextDocumentIdentifier)
                         :range (list :start (eglot--pos-to-lsp-position (flymake-diagnostic-beg mark))
                                      :end (eglot--pos-to-lsp-position (flymake-diagnostic-end mark)))
                         :context (list :diagnostics []))))
         (action (seq-find (lambda (a) (string-prefix-p "Write “21 May 2014”" (plist-get a :title))) actions)))
    (unless action (fail (format "no action: %s" actions)))
    (eglot--apply-workspace-edit (plist-get action :edit))
    (save-buffer)
    (kill-emacs 0)))
